import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Item } from '../../contract/client/index.ts';
import { holdsText, reasonTitles, sayReason } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { ConflictList } from '../conflicts/index.ts';
import { PreviewCard } from '../history/index.ts';
import { IssueCard } from '../issues/index.ts';
import { Age, Icon, InFold, StateIcon } from '../parts/index.ts';

export type Hold = Item<'GET /api/organizations/{id}/holds'>;

interface Props {
  hold: Hold;
  /** Where the list is of several organizations, each line names its own. */
  named: boolean;
  ticked: boolean;
  /** Absent: it cannot be answered together with others. */
  onTick: (() => void) | undefined;
  onAnswered: () => void;
}

/** What is asked for only when somebody opens it: a preview and the yes to it, or an inbox with its choices. */
const Folded = ({ title, children }: { title: string; children: () => ComponentChildren }) => {
  const [open, setOpen] = useState(false);
  return (
    <details class="issue-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="issue">
        <StateIcon state="waiting" size={16} />
        <h3>{title}</h3>
        <Icon name="chevron" size={16} />
      </summary>
      {open ? (
        <div class="issue-body">
          <InFold.Provider value={true}>{children()}</InFold.Provider>
        </div>
      ) : null}
    </details>
  );
};

const Asked = ({ hold, onAnswered }: { hold: Hold; onAnswered: () => void }) => {
  const t = useText(holdsText);
  const { issue, conflicts, user } = hold;
  if (issue !== null)
    return (
      <ul>
        <IssueCard issue={issue} own={false} fold="closed" onAnswered={onAnswered} />
      </ul>
    );
  if (conflicts !== null)
    return <Folded title={t('conflicts-wait', { count: conflicts })}>{() => <ConflictList userId={user.id} />}</Folded>;
  return <Folded title={t('first-preview')}>{() => <PreviewCard userId={user.id} onChanged={onAnswered} />}</Folded>;
};

/** One question: whose mailbox, since when, and what it is with its answers below. */
export const HoldLine = ({ hold, named, ticked, onTick, onAnswered }: Props) => {
  const t = useText(holdsText);
  const locale = useLocale();
  const { user, organization, issue, since } = hold;
  const title = issue === null ? '' : sayReason(reasonTitles, issue.reason, locale);
  return (
    <li class="hold">
      <p class="hold-whose">
        {onTick === undefined ? null : (
          <input type="checkbox" aria-label={t('tick', { title, name: user.name })} checked={ticked} onChange={onTick} />
        )}
        <a href={`#/users/${user.id}`}>{user.name}</a>
        <span class="small quiet">{named ? `${user.email} · ${organization.name}` : user.email}</span>
        <span class="small quiet push">
          <Age at={since} say={(age) => t('since', { age })} />
        </span>
      </p>
      <Asked hold={hold} onAnswered={onAnswered} />
    </li>
  );
};
