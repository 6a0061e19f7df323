import type { Answer, Item } from '../../contract/client/index.ts';
import { formatDuration, formatMoment, reasonTitles, sayReason, sessionPageText, sessionText } from '../../text/index.ts';
import { useLocale, usePages, useResource, useText } from '../app/index.ts';
import { nameField } from '../conflicts/index.ts';
import { Undo } from '../history/index.ts';
import { Card, Icon, PageHeading, ShowMore, Skeleton, TroubleStrip } from '../parts/index.ts';
import { SessionCounts } from '../status/index.ts';
import { DownloadLog } from './download-log.tsx';
import '../parts/table.css';
import './user.css';

type Session = Answer<'GET /api/sessions/{id}'>;
type Line = Item<'GET /api/sessions/{id}/log'>;

const Description = ({ session }: { session: Session }) => {
  const t = useText(sessionPageText);
  const s = useText(sessionText);
  const locale = useLocale();
  const moment = (at: string | null): string | null => (at === null ? null : formatMoment(Date.parse(at), locale));
  const { outlook, salesforce } = session.requests;
  const facts: (readonly [string, string | null])[] = [
    [t('state'), s(`state-${session.state}`)],
    [t('reason'), session.reason === null ? null : sayReason(reasonTitles, session.reason, locale)],
    [t('message'), session.message],
    [t('trigger'), s(`trigger-${session.trigger}`)],
    [t('queued'), moment(session.queuedAt)],
    [t('started'), moment(session.startedAt)],
    [t('finished'), moment(session.finishedAt)],
    [t('duration'), session.durationMilliseconds === null ? null : formatDuration(session.durationMilliseconds, locale)],
    [t('requests-outlook'), t('requests-of', { http: outlook.http, operations: outlook.operations })],
    [t('requests-salesforce'), t('requests-of', { http: salesforce.http, operations: salesforce.operations })],
  ];
  return (
    <Card title={t('description')}>
      <dl class="facts facts-wide">
        {facts
          .filter(([, value]) => value !== null)
          .map(([what, value]) => (
            <div key={what}>
              <dt class="small quiet">{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <SessionCounts session={session} />
    </Card>
  );
};

const LogRow = ({ line }: { line: Line }) => {
  const t = useText(sessionPageText);
  const locale = useLocale();
  const said = [line.action, line.reason === null ? null : sayReason(reasonTitles, line.reason, locale), line.message];
  return (
    <tr>
      <td data-name={t('at')}>
        <time dateTime={line.at}>{formatMoment(Date.parse(line.at), locale)}</time>
      </td>
      <td data-name={t('what')}>{[t(`kind-${line.kind}`), ...said.filter((part) => part !== null)].join(' · ')}</td>
      <td data-name={t('item')}>
        {[line.side === null ? null : t(`side-${line.side}`), line.object, line.id].filter((part) => part !== null).join(' ')}
      </td>
      <td data-name={t('fields')}>{line.fields.map((field) => nameField(field, locale)).join(', ')}</td>
    </tr>
  );
};

const Details = ({ sessionId }: { sessionId: string }) => {
  const t = useText(sessionPageText);
  const log = usePages(
    `session log ${sessionId}`,
    (client, query) => client.call('GET /api/sessions/{id}/log', { path: { id: sessionId }, query }),
    (event) => event.kind === 'session.finished' && event.data.sessionId === sessionId,
    50,
  );
  const shown = log.shown.value;
  const trouble = log.trouble.value;
  return (
    <Card title={t('log')}>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void log.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[24, 24, 24]} /> : null}
      {shown !== undefined && log.items.length === 0 ? <p class="quiet">{t('no-log')}</p> : null}
      {log.items.length === 0 ? null : (
        <table class="wrapping">
          <thead>
            <tr>
              {(['at', 'what', 'item', 'fields'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {log.items.map((line, at) => (
              <LogRow key={`${at} ${line.at}`} line={line} />
            ))}
          </tbody>
        </table>
      )}
      <ShowMore shown={log.items.length} more={log.more} of={t('log')} onMore={log.showMore} />
      <DownloadLog sessionId={sessionId} />
    </Card>
  );
};

const Issues = ({ session }: { session: Session }) => {
  const t = useText(sessionPageText);
  const locale = useLocale();
  return (
    <Card title={t('issues')}>
      {session.issues.length === 0 ? <p class="quiet">{t('no-issues')}</p> : null}
      <ul>
        {session.issues.map(({ id, reason, detail }) => (
          <li key={id}>
            {sayReason(reasonTitles, reason, locale)}{' '}
            <span class="small quiet">{typeof detail.title === 'string' ? detail.title : ''}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

interface PageProps {
  userId: string;
  sessionId: string;
  mayUndo: boolean;
  onTitle: (name: string) => void;
}

/** One sync session on a page of its own (E21): what it was, what it wrote and decided, and its log to take away. */
export const SessionPage = ({ userId, sessionId, mayUndo, onTitle }: PageProps) => {
  const t = useText(sessionPageText);
  const locale = useLocale();
  const resource = useResource(
    `session ${sessionId}`,
    (client) => client.call('GET /api/sessions/{id}', { path: { id: sessionId } }),
    (event) => event.data.sessionId === sessionId && event.kind !== 'session.progress',
  );
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const session = shown?.value;
  return (
    <div class="stack session-page">
      <a class="back" href={`#/users/${userId}`}>
        <Icon name="back" size={16} />
        {t('back')}
      </a>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void resource.load()} />}
      {session === undefined && trouble === undefined ? <Skeleton lines={[28, 120, 120]} /> : null}
      {session === undefined ? null : (
        <>
          <PageHeading
            name={t('title', { time: formatMoment(Date.parse(session.startedAt ?? session.queuedAt), locale) })}
            onTitle={onTitle}
          />
          <Description session={session} />
          <Issues session={session} />
          <Details sessionId={sessionId} />
          {mayUndo && session.counts.some(({ created, updated, deleted }) => created + updated + deleted > 0) ? (
            <Undo
              of="session"
              begin={(view, dryRun) => view.begin('POST /api/sessions/{id}/undo', { path: { id: sessionId }, body: { dryRun } })}
            />
          ) : null}
        </>
      )}
    </div>
  );
};
