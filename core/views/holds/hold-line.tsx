import { useState } from 'preact/hooks';
import type { Item } from '../../contract/client/index.ts';
import { holdsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { PreviewCard } from '../history/index.ts';
import { IssueCard } from '../issues/index.ts';
import { Age, Icon, InFold, StateIcon } from '../parts/index.ts';

export type Hold = Item<'GET /api/organizations/{id}/holds'>;

interface Props {
  hold: Hold;
  /** Where the list is of several organizations, each line names its own. */
  named: boolean;
  onAnswered: () => void;
}

/** A mailbox that has never synced: its preview and the yes to it, once they are asked for. */
const FirstPreview = ({ userId, onConfirmed }: { userId: string; onConfirmed: () => void }) => {
  const t = useText(holdsText);
  const [open, setOpen] = useState(false);
  return (
    <details class="issue-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="issue">
        <StateIcon state="waiting" size={16} />
        <h3>{t('first-preview')}</h3>
        <Icon name="chevron" size={16} />
      </summary>
      {open ? (
        <div class="issue-body">
          <InFold.Provider value={true}>
            <PreviewCard userId={userId} onChanged={onConfirmed} />
          </InFold.Provider>
        </div>
      ) : null}
    </details>
  );
};

/** One question: whose mailbox, since when, and what it is with its answers below. */
export const HoldLine = ({ hold, named, onAnswered }: Props) => {
  const t = useText(holdsText);
  const { user, organization, issue, since } = hold;
  return (
    <li class="hold">
      <p class="hold-whose">
        <a href={`#/users/${user.id}`}>{user.name}</a>
        <span class="small quiet">{named ? `${user.email} · ${organization.name}` : user.email}</span>
        <span class="small quiet push">
          <Age at={since} say={(age) => t('since', { age })} />
        </span>
      </p>
      {issue === null ? (
        <FirstPreview userId={user.id} onConfirmed={onAnswered} />
      ) : (
        <ul>
          <IssueCard issue={issue} own={false} fold="closed" onAnswered={onAnswered} />
        </ul>
      )}
    </li>
  );
};
