import type { Session, SessionCount } from '../../contract/client/index.ts';
import { formatDuration, issuesText, reasonTitles, type Speak, sayReason, sessionText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { Age } from '../parts/index.ts';

type Key = keyof (typeof sessionText)['en'];

const what = (t: Speak<Key>, o: Speak<'contact' | 'event'>, { object, direction }: SessionCount): string => {
  if (object === 'contact' || object === 'event' || object === 'task') return t(`${direction}-${object}`);
  if ((object === 'email' || object === 'invitees') && direction === 'up') return t(`up-${object}`);
  return t(`${direction}-other`, { object: object === 'contact' ? o('contact') : object });
};

const columns = ['created', 'updated', 'deleted', 'failed'] as const;
const heads: Record<(typeof columns)[number], Key> = { created: 'created', updated: 'updated', deleted: 'deleted', failed: 'failures' };

/** What one session did, by object and direction: only lines in which something was done. */
export const SessionCounts = ({ session }: { session: Session }) => {
  const t = useText(sessionText);
  const o = useText(issuesText);
  const lines = session.counts.filter((count) => columns.some((column) => count[column] > 0) || count.held > 0);
  const shown = columns.filter((column) => column === 'created' || column === 'updated' || lines.some((line) => line[column] > 0));
  if (lines.length === 0) return session.state === 'failed' ? null : <p class="quiet">{t('all-in-step')}</p>;
  return (
    <table class="counts">
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{t('object')}</span>
          </th>
          {shown.map((column) => (
            <th key={column} scope="col">
              {t(heads[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.object} ${line.direction}`}>
            <th scope="row">{what(t, o, line)}</th>
            {shown.map((column) => (
              <td key={column} class={line[column] === 0 ? 'quiet' : column === 'failed' ? 'bad' : 'some'}>
                {line[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The last session: how it ended, when, how long it took, and what it did. */
export const LastSession = ({ session }: { session: Session }) => {
  const t = useText(sessionText);
  const locale = useLocale();
  const at = session.finishedAt ?? session.startedAt ?? session.queuedAt;
  return (
    <div class="stack">
      <div>
        <p>{t(`state-${session.state}`)}</p>
        <p class="small quiet">
          {t(`trigger-${session.trigger}`)}
          {' · '}
          {session.durationMilliseconds === null ? (
            <Age at={at} />
          ) : (
            <Age at={at} say={(age) => t('took', { age, duration: formatDuration(session.durationMilliseconds ?? 0, locale) })} />
          )}
        </p>
        {session.state === 'failed' && session.reason !== null ? <p>{sayReason(reasonTitles, session.reason, locale)}</p> : null}
      </div>
      <SessionCounts session={session} />
    </div>
  );
};
