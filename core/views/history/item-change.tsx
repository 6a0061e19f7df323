import type { Answer } from '../../contract/client/index.ts';
import { historyText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Age } from '../parts/index.ts';
import { FieldLines } from './field-lines.tsx';
import { type BeginUndo, Undo } from './undo.tsx';

type Change = Answer<'GET /api/users/{id}/items/history'>['changes'][number];

/** Of an item that was made or deleted every field changed: what counts is that it was. */
const most = 3;

/** Who takes part in a meeting is decided in Outlook: no undo is offered where nothing else was written. */
const isGuestList = ({ fields }: Change): boolean => fields.length > 0 && fields.every(({ field }) => field === 'invitees');

/** One change of an item: what the sync did, with the values, and the way back of this one alone. */
export const ItemChange = ({ change, begin, onDone }: { change: Change; begin: BeginUndo; onDone: () => void }) => {
  const t = useText(historyText);
  const where = t(change.side === 'outlook' ? 'to-down' : 'to-up');
  const name = t(change.isUndo ? 'change-undo' : `change-${change.operation}`, { where });
  return (
    <li class="item-change">
      {name}{' '}
      <span class="quiet">
        <Age at={change.at} /> {change.undone ? `· ${t('undone')}` : ''}
      </span>
      {change.operation === 'update' ? (
        <ul class="field-lines">
          <FieldLines fields={change.fields} most={most} />
        </ul>
      ) : null}
      {change.undone || isGuestList(change) ? null : <Undo of="change" name={name} begin={begin} onDone={onDone} />}
    </li>
  );
};
