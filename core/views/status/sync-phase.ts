import type { Session, User } from '../../contract/client/index.ts';
import type { Progress } from '../app/index.ts';

/** What the button "Sync now" says and does. Pure: all that it looks at is handed in. */
export type SyncPhase =
  | { kind: 'ready' }
  | { kind: 'starting' }
  | { kind: 'queued' }
  | { kind: 'syncing'; done: number; total: number }
  /** Milliseconds until it may be asked again. */
  | { kind: 'cooling'; left: number }
  | { kind: 'off' };

export interface SyncFacts {
  user: Pick<User, 'status' | 'syncAgainAt'>;
  /** The click is on its way to the service. */
  asking: boolean;
  /** The session that this page follows, as last heard. */
  session: Pick<Session, 'state'> | undefined;
  progress: Progress | undefined;
  /** The service's time. */
  now: number;
}

export const syncPhase = ({ user, asking, session, progress, now }: SyncFacts): SyncPhase => {
  if (asking) return { kind: 'starting' };
  if (progress !== undefined && progress.total > 0) return { kind: 'syncing', done: progress.done, total: progress.total };
  if (session?.state === 'running' || progress !== undefined) return { kind: 'syncing', done: 0, total: 0 };
  if (session?.state === 'queued') return { kind: 'queued' };
  if (user.status.state === 'syncing' && session === undefined) return { kind: 'syncing', done: 0, total: 0 };
  if (user.status.state === 'off') return { kind: 'off' };
  const left = user.syncAgainAt === null ? 0 : Date.parse(user.syncAgainAt) - now;
  return left > 0 ? { kind: 'cooling', left } : { kind: 'ready' };
};
