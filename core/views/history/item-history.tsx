import { useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import type { OpenItem } from '../../host/index.ts';
import { conflictsText, historyText } from '../../text/index.ts';
import { useLocale, useResource, useText } from '../app/index.ts';
import { nameField, showValue } from '../conflicts/index.ts';
import { Age, Card, ShowMore, Skeleton, TroubleStrip } from '../parts/index.ts';
import { ItemChange } from './item-change.tsx';
import { Undo } from './undo.tsx';
import './history.css';

type History = Answer<'GET /api/users/{id}/items/history'>;

/** So many changes at first, and so many more each time. */
const first = 5;

const objects = { message: 'email', event: 'event', contact: 'contact' } as const;

const Origin = ({ field }: { field: History['fields'][number] }) => {
  const t = useText(historyText);
  const c = useText(conflictsText);
  const locale = useLocale();
  const who = () => {
    if (field.from === null) return t('from-start');
    if (field.from === 'salesforce' && field.by !== null) return t('from-salesforce-by', { name: field.by });
    return t(`from-${field.from}`);
  };
  return (
    <li>
      <span class="quiet">{nameField(field.field, locale)}: </span>
      <strong>{showValue(c, locale, field.value)}</strong>
      <span class="quiet">
        {' '}
        {who()} {field.at === null ? null : <Age at={field.at} />}
      </span>
    </li>
  );
};

/** Where the values of the open item come from, what the sync did to it, and the way back (F05, F02). */
export const ItemHistory = ({ userId, item }: { userId: string; item: OpenItem & { id: string } }) => {
  const t = useText(historyText);
  const [most, setMost] = useState(first);
  const what = { side: 'outlook', object: objects[item.kind], id: item.id } as const;
  const resource = useResource(
    `history ${userId} ${what.object} ${item.id}`,
    (client) => client.call('GET /api/users/{id}/items/history', { path: { id: userId }, query: what }),
    (event) => event.userId === userId && event.kind === 'session.finished',
  );
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const history = shown?.value;
  return (
    <Card title={t('item-title')}>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void resource.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[20, 20]} /> : null}
      {history !== undefined && history.changes.length === 0 ? <p class="quiet">{t('item-none')}</p> : null}
      {history === undefined || history.changes.length === 0 ? null : (
        <>
          {history.withheld ? <p class="small quiet">{t('withheld')}</p> : null}
          <ul class="field-lines small">
            {history.fields
              .filter((field) => field.from !== null)
              .map((field) => (
                <Origin key={field.field} field={field} />
              ))}
          </ul>
          <ul class="field-lines small">
            {history.changes.slice(0, most).map((change) => (
              <ItemChange
                key={change.id}
                change={change}
                begin={(view, dryRun) =>
                  view.begin('POST /api/users/{id}/items/undo', { path: { id: userId }, body: { ...what, change: change.id, dryRun } })
                }
                onDone={() => void resource.load()}
              />
            ))}
          </ul>
          <ShowMore
            shown={Math.min(most, history.changes.length)}
            more={history.changes.length > most}
            of={t('item-title')}
            onMore={() => setMost(most + first * 2)}
          />
          <Undo
            of="item"
            begin={(view, dryRun) => view.begin('POST /api/users/{id}/items/undo', { path: { id: userId }, body: { ...what, dryRun } })}
            onDone={() => void resource.load()}
          />
        </>
      )}
    </Card>
  );
};
