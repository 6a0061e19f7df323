import { useState } from 'preact/hooks';
import { conflictsText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Button, Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { ConflictCard } from './conflict-card.tsx';
import './conflicts.css';

const pageSize = 20;

const List = ({ userId, state, quiet }: { userId: string; state: 'open' | 'kept'; quiet: boolean }) => {
  const t = useText(conflictsText);
  const [limit, setLimit] = useState(pageSize);
  const conflicts = useResource(
    `conflicts ${userId} ${state} ${limit}`,
    (client) => client.call('GET /api/users/{id}/conflicts', { path: { id: userId }, query: { state, limit } }),
    (event) => event.userId === userId && (event.kind.startsWith('issue.') || event.kind === 'session.finished'),
  );
  const shown = conflicts.shown.value;
  const trouble = conflicts.trouble.value;
  const items = shown?.value.items ?? [];
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
      {shown?.value.nextCursor ? (
        <Button look="subtle" onPress={() => setLimit((now) => Math.min(200, now + pageSize * 2))}>
          {t('more')}
        </Button>
      ) : null}
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
