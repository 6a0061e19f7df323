import type { Answer, User } from '../../contract/client/index.ts';
import { editUserText, usersText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Confirm } from '../confirm/index.ts';

export type Move = Answer<'POST /api/users/{id}/move/preview'>;

interface QuestionProps {
  user: User;
  move: Move;
  busy: boolean;
  onYes: () => void;
  onCancel: () => void;
}

/** The yes or no to a move to another organization, with what it changes (E42). */
export const MoveQuestion = ({ user, move, busy, onYes, onCancel }: QuestionProps) => {
  const t = useText(editUserText);
  const u = useText(usersText);
  const values = { from: u(`access-${move.from.mailboxAccess}`), to: u(`access-${move.to.mailboxAccess}`), count: move.settings.length };
  return (
    <Confirm
      title={t('move-ask', { name: user.name, organization: move.to.name })}
      yes={t('move-yes')}
      cancel={t('cancel')}
      busy={busy}
      onYes={onYes}
      onCancel={onCancel}
    >
      {move.warnings.length === 0 ? <p>{t('no-warning')}</p> : null}
      <ul>
        {move.warnings.map((warning) => (
          <li key={warning}>{t(`warn-${warning}`, values)}</li>
        ))}
      </ul>
    </Confirm>
  );
};
