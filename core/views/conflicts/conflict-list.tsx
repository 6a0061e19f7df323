import { useState } from 'preact/hooks';
import { conflictsText } from '../../text/index.ts';
import { usePages, useText } from '../app/index.ts';
import { Button, Card, ShowMore, Skeleton, TroubleStrip } from '../parts/index.ts';
import { ConflictCard } from './conflict-card.tsx';
import './conflicts.css';

const List = ({ userId, state, quiet }: { userId: string; state: 'open' | 'kept'; quiet: boolean }) => {
  const t = useText(conflictsText);
  const conflicts = usePages(
    `conflicts ${userId} ${state}`,
    (client, query) => client.call('GET /api/users/{id}/conflicts', { path: { id: userId }, query: { state, ...query } }),
    (event) => event.userId === userId && (event.kind.startsWith('issue.') || event.kind === 'session.finished'),
    20,
  );
  const shown = conflicts.shown.value;
  const trouble = conflicts.trouble.value;
  const { items } = conflicts;
  if (quiet && items.length === 0 && trouble === undefined) return null;
  return (
    <Card
      title={t(state === 'open' ? 'title' : 'kept')}
      aside={items.length > 0 ? <span class="badge number">{items.length}</span> : undefined}
    >
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void conflicts.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[20, 48]} /> : null}
      {shown !== undefined && items.length === 0 ? <p class="quiet">{t('none-kept')}</p> : null}
      <ul>
        {items.map((conflict) => (
          <ConflictCard key={conflict.id} conflict={conflict} onAnswered={() => void conflicts.load()} />
        ))}
      </ul>
      <ShowMore shown={items.length} more={conflicts.more} of={t(state === 'open' ? 'title' : 'kept')} onMore={conflicts.showMore} />
    </Card>
  );
};

/** The conflict inbox of one user: what waits, and on request what was decided. Where nothing waits, it says nothing. */
export const ConflictList = ({ userId, withKept = false }: { userId: string; withKept?: boolean }) => {
  const t = useText(conflictsText);
  const [kept, setKept] = useState(false);
  return (
    <>
      <List userId={userId} state="open" quiet />
      {withKept && kept ? <List userId={userId} state="kept" quiet={false} /> : null}
      {withKept && !kept ? (
        <div class="row">
          <Button look="subtle" onPress={() => setKept(true)}>
            {t('show-kept')}
          </Button>
        </div>
      ) : null}
    </>
  );
};
