import type { Item, User } from '../../contract/client/index.ts';
import { statusText, syncText } from '../../text/index.ts';
import { type Resource, useResource, useText } from '../app/index.ts';
import { Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { LastSession } from './last-session.tsx';
import { StatusLines } from './status-lines.tsx';
import { SyncButton } from './sync-button.tsx';
import { SyncSwitch } from './sync-switch.tsx';

type Session = Item<'GET /api/users/{id}/sessions'>;

/** A user's newest session, kept up to date. */
export const useLastSession = (userId: string): Resource<Session | null> =>
  useResource(
    `last-session ${userId}`,
    async (client) => (await client.call('GET /api/users/{id}/sessions', { path: { id: userId }, query: { limit: 1 } })).items[0] ?? null,
    (event) => event.userId === userId && (event.kind === 'session.finished' || event.kind === 'session.queued'),
  );

export interface StatusCardProps {
  user: User;
  /** When the service said so, where that was not just now. */
  rememberedAt?: number | undefined;
  onChanged: () => void;
  /** Whether the person may switch the sync of this user. */
  maySwitch: boolean;
}

/** How a mailbox stands, and "Sync now". */
export const StatusCard = ({ user, rememberedAt, onChanged, maySwitch }: StatusCardProps) => {
  const t = useText(statusText);
  return (
    <Card title={t('mailbox')} quietTitle>
      <StatusLines user={user} rememberedAt={rememberedAt} />
      <SyncButton user={user} onChanged={onChanged} />
      {maySwitch && user.status.state === 'off' && user.status.level === 'user' ? <SyncSwitch user={user} onChanged={onChanged} /> : null}
    </Card>
  );
};

/** What the last session did. */
export const LastSessionCard = ({ userId }: { userId: string }) => {
  const t = useText(syncText);
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
