import { useState } from 'preact/hooks';
import { issuesText } from '../../text/index.ts';
import { usePages, useText } from '../app/index.ts';
import { Button, Card, ShowMore, Skeleton, TroubleStrip } from '../parts/index.ts';
import { IssueCard } from './issue-card.tsx';

/** As many as fit without hiding the rest of a narrow pane. */
const first = 3;

interface Props {
  userId: string;
  /** Whether it is the reader's own mailbox. */
  own?: boolean;
  /** Where nothing needs an answer, a pane says nothing at all. */
  quietWhenNone?: boolean;
  /** Each under its own line, opened one by one; a single one is open at once. */
  folded?: boolean;
}

/** What needs an answer for one user. */
export const IssueList = ({ userId, own = true, quietWhenNone, folded = false }: Props) => {
  const t = useText(issuesText);
  const [all, setAll] = useState(false);
  const issues = usePages(
    `issues ${userId}`,
    (client, query) => client.call('GET /api/users/{id}/issues', { path: { id: userId }, query }),
    (event) => event.userId === userId && (event.kind.startsWith('issue.') || event.kind === 'session.finished'),
    100,
  );
  const shown = issues.shown.value;
  const trouble = issues.trouble.value;
  const { items, more } = issues;
  if (quietWhenNone && items.length === 0 && trouble === undefined) return null;
  return (
    <Card
      title={t('title')}
      aside={
        items.length > 0 ? <span class="badge number">{more ? t('count-more', { count: items.length }) : items.length}</span> : undefined
      }
    >
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void issues.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[20, 16, 32]} /> : null}
      {shown !== undefined && items.length === 0 ? <p class="quiet">{t('none')}</p> : null}
      <ul>
        {items.slice(0, all ? undefined : first).map((issue) => (
          <IssueCard
            key={issue.id}
            issue={issue}
            own={own}
            fold={folded ? (items.length === 1 ? 'open' : 'closed') : undefined}
            onAnswered={() => void issues.load()}
          />
        ))}
      </ul>
      {!all && items.length > first ? (
        <Button look="subtle" onPress={() => setAll(true)}>
          {t('show-all', { count: items.length })}
        </Button>
      ) : null}
      {all ? <ShowMore shown={items.length} more={more} of={t('title')} onMore={issues.showMore} /> : null}
    </Card>
  );
};
