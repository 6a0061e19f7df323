import type { Session } from '../../contract/client/index.ts';
import { formatDuration, reasonTitles, sayReason, sessionPageText, sessionText, usersText } from '../../text/index.ts';
import { useLocale, usePages, useText } from '../app/index.ts';
import { Undo } from '../history/index.ts';
import { Age, Card, Icon, ShowMore, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';
import { SessionCounts } from '../status/index.ts';
import { DownloadLog } from './download-log.tsx';

const shape: Record<Session['state'], Parameters<typeof StateIcon>[0]['state']> = {
  queued: 'waiting',
  running: 'syncing',
  succeeded: 'up-to-date',
  partly: 'waiting',
  held: 'waiting',
  failed: 'needs-attention',
};

const SessionLine = ({ session, mayUndo }: { session: Session; mayUndo: boolean }) => {
  const t = useText(sessionText);
  const p = useText(sessionPageText);
  const locale = useLocale();
  const changes = session.counts.reduce((sum, count) => sum + count.created + count.updated + count.deleted, 0);
  const { outlook, salesforce } = session.requests;
  return (
    <li>
      <details class="session">
        <summary>
          <StateIcon state={shape[session.state]} size={16} />
          <span class="session-state">{t(`state-${session.state}`)}</span>
          <span class="quiet">{t(`trigger-${session.trigger}`)}</span>
          <span class="quiet number">
            {changes > 0 ? `${t('changes')}: ${changes}` : ''}
            {session.reason === null ? '' : sayReason(reasonTitles, session.reason, locale)}
          </span>
          <span class="quiet push">
            <Age at={session.startedAt ?? session.queuedAt} />
          </span>
          <Icon name="chevron" size={16} />
        </summary>
        <div class="session-body stack">
          <SessionCounts session={session} />
          <p class="small quiet">
            {session.durationMilliseconds === null ? '' : `${t('duration')}: ${formatDuration(session.durationMilliseconds, locale)} · `}
            {`${t('requests')}: ${t('requests-of', { outlook: outlook.http, salesforce: salesforce.http })}`}
          </p>
          {session.message === null ? null : <p class="small">{session.message}</p>}
          <p>
            <a href={`#/users/${session.userId}/sessions/${session.id}`}>{p('open')}</a>
          </p>
          <DownloadLog sessionId={session.id} />
          {mayUndo && changes > 0 ? (
            <Undo
              of="session"
              begin={(view, dryRun) => view.begin('POST /api/sessions/{id}/undo', { path: { id: session.id }, body: { dryRun } })}
            />
          ) : null}
        </div>
      </details>
    </li>
  );
};

/** A user's sessions, newest first; each opens to its counts and requests. */
export const SessionList = ({ userId, mayUndo = false }: { userId: string; mayUndo?: boolean }) => {
  const t = useText(usersText);
  const sessions = usePages(
    `sessions ${userId}`,
    (client, query) => client.call('GET /api/users/{id}/sessions', { path: { id: userId }, query }),
    (event) => event.userId === userId && event.kind.startsWith('session.') && event.kind !== 'session.progress',
  );
  const shown = sessions.shown.value;
  const trouble = sessions.trouble.value;
  return (
    <Card title={t('sessions')}>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void sessions.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[32, 32, 32]} /> : null}
      {shown !== undefined && sessions.items.length === 0 ? <p class="quiet">{t('no-sessions')}</p> : null}
      <ul class="sessions">
        {sessions.items.map((session) => (
          <SessionLine key={session.id} session={session} mayUndo={mayUndo} />
        ))}
      </ul>
      <ShowMore shown={sessions.items.length} more={sessions.more} of={t('sessions')} onMore={sessions.showMore} />
    </Card>
  );
};
