import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Session, User } from '../../contract/client/index.ts';
import { formatMoment, formatTimeOfDay, sayStatusReason, syncText } from '../../text/index.ts';
import { send, useApp, useLocale, useNow, useSayTrouble, useText } from '../app/index.ts';
import { toTrouble } from '../connect/index.ts';
import { type SyncPhase, syncPhase } from './sync-phase.ts';

type FinishedSession = Answer<'GET /api/sessions/{id}'>;

export interface Sync {
  phase: SyncPhase;
  /** What came of it, in words; said to screen readers once. */
  outcome: string;
  start(): void;
}

const ended: ReadonlySet<Session['state']> = new Set(['succeeded', 'partly', 'held', 'failed']);

const total = (session: FinishedSession, what: 'created' | 'updated' | 'deleted' | 'failed' | 'held'): number =>
  session.counts.reduce((sum, count) => sum + count[what], 0);

/** Says how a session ended. */
const useOutcome = () => {
  const t = useText(syncText);
  const locale = useLocale();
  return (session: FinishedSession): string => {
    if (session.state === 'failed') return t('failed', { reason: sayStatusReason(session.reason ?? 'bug', locale) });
    const held = total(session, 'held');
    if (held > 0) return t('held', { held });
    const counts = { created: total(session, 'created'), updated: total(session, 'updated'), problems: total(session, 'failed') };
    const changed = counts.created + counts.updated + total(session, 'deleted') + counts.problems;
    return changed === 0 ? t('done-nothing') : t('done', { created: counts.created, changed: counts.updated, problems: counts.problems });
  };
};

/**
 * "Sync now" for one user: asks, joins a run that is already going, follows it by live events, says what came of it, and counts down to
 * when it may be asked again. The floor is the service's: other pages and people count too.
 */
export const useSync = (user: User, onChanged: () => void): Sync => {
  const app = useApp();
  const t = useText(syncText);
  const say = useSayTrouble();
  const locale = useLocale();
  const sayOutcome = useOutcome();
  const [asking, setAsking] = useState(false);
  const [session, setSession] = useState<Pick<Session, 'id' | 'state'> | undefined>(undefined);
  const [refusedUntil, setRefusedUntil] = useState<string | null>(null);
  const [outcome, setOutcome] = useState('');
  const followed = useRef<string | undefined>(undefined);
  const progress = app.feed.progress.value.get(user.id);
  // Made anew with each render; the subscriptions below must not be.
  const latest = useRef({ sayOutcome, onChanged });
  latest.current = { sayOutcome, onChanged };

  const look = useCallback(
    async (id: string) => {
      try {
        const found = await app.service.client.call('GET /api/sessions/{id}', { path: { id } });
        if (followed.current !== id) return;
        setSession({ id: found.id, state: found.state });
        if (ended.has(found.state)) {
          followed.current = undefined;
          setOutcome(latest.current.sayOutcome(found));
          latest.current.onChanged();
        }
      } catch (error) {
        app.noticed(toTrouble(error, app.host.online()));
      }
    },
    [app],
  );

  useEffect(
    () =>
      app.feed.subscribe((event) => {
        if (event.userId !== user.id || !event.kind.startsWith('session.')) return;
        const id = String(event.data.sessionId ?? '');
        if (event.kind === 'session.progress') return;
        if (event.kind === 'session.finished') void look(followed.current ?? id);
        else if (event.kind === 'session.started' && followed.current === id) setSession({ id: id as Session['id'], state: 'running' });
      }),
    [app, user.id, look],
  );
  // Where live events do not come, the session is asked for.
  useEffect(() => {
    if (followed.current === undefined) return undefined;
    return app.host.clock.every(app.feed.live.value ? 5000 : 2000, () => {
      if (followed.current !== undefined) void look(followed.current);
    });
  }, [app, session?.id, app.feed.live.value, look]);

  const sayTime = (iso: string): string => {
    const at = Date.parse(iso);
    return at - app.service.now() < 86_400_000 ? formatTimeOfDay(at, locale) : formatMoment(at, locale);
  };

  const start = async (): Promise<void> => {
    setAsking(true);
    setOutcome('');
    const wasRunning = progress !== undefined || user.status.state === 'syncing';
    const sent = await send(app, 'POST /api/users/{id}/sync', { path: { id: user.id } });
    setAsking(false);
    if ('kept' in sent) return setOutcome(t('saved'));
    if ('answer' in sent) {
      followed.current = sent.answer.session.id;
      setSession(sent.answer.session);
      setOutcome(wasRunning || sent.answer.session.state === 'running' ? t('joined') : '');
      onChanged();
      return;
    }
    const { problem } = sent.trouble;
    const retryAt = problem?.problem?.retryAt;
    if (retryAt !== undefined) {
      setRefusedUntil(retryAt);
      setOutcome(t('not-started', { time: sayTime(retryAt) }));
      return;
    }
    if (problem?.code === 'synchronization_off') return setOutcome(t('not-started-off'));
    setOutcome(t('not-started-trouble', { reason: say(sent) }));
  };

  // Ticks each second only while something counts down.
  const again = [user.syncAgainAt, refusedUntil].reduce((one, other) => ((other ?? '') > (one ?? '') ? other : one), null);
  const now = useNow(again !== null && Date.parse(again) > app.service.now() ? 1000 : 15_000);
  const following = session === undefined || ended.has(session.state) ? undefined : session;
  return {
    phase: syncPhase({ user: { ...user, syncAgainAt: again }, asking, session: following ?? session, progress, now }),
    outcome,
    start: () => void start(),
  };
};
