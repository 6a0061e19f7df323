import type { Item } from '../../contract/client/index.ts';
import { sessionText } from '../../text/index.ts';
import { type Resource, useResource, useText } from '../app/index.ts';
import { Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { LastSession } from './last-session.tsx';

type Session = Item<'GET /api/users/{id}/sessions'>;

/** A user's newest session, kept up to date. */
const useLastSession = (userId: string): Resource<Session | null> =>
  useResource(
    `last-session ${userId}`,
    async (client) => (await client.call('GET /api/users/{id}/sessions', { path: { id: userId }, query: { limit: 1 } })).items[0] ?? null,
    (event) => event.userId === userId && (event.kind === 'session.finished' || event.kind === 'session.queued'),
  );

/** What the last session did. */
export const LastSessionCard = ({ userId }: { userId: string }) => {
  const t = useText(sessionText);
  const session = useLastSession(userId);
  const shown = session.shown.value;
  const trouble = session.trouble.value;
  return (
    <Card title={t('last-session')}>
      {shown === undefined && trouble !== undefined ? <TroubleStrip trouble={trouble} onRetry={() => void session.load()} /> : null}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[20, 16, 24]} /> : null}
      {shown?.value === null ? <p class="quiet">{t('no-session')}</p> : null}
      {shown?.value ? <LastSession session={shown.value} /> : null}
    </Card>
  );
};
