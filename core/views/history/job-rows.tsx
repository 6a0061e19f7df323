import { historyText, reasonTitles, sayReason } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import { FieldLines } from './field-lines.tsx';
import type { JobView, Row } from './use-job.ts';
import './history.css';

/** What a job planned or did, item by item: what, where, why, and the values before and after. */
export const JobRows = ({ view }: { view: JobView }) => {
  const t = useText(historyText);
  const locale = useLocale();
  const { job, rows, more } = view;
  if (job === undefined) return null;
  if (job.state === 'queued' || job.state === 'running') return <p role="status">{t(`job-${job.state}`)}</p>;
  const why = job.reason === null ? (job.message ?? '') : sayReason(reasonTitles, job.reason, locale);
  const outcome = (row: Row) =>
    row.outcome === 'planned' || row.outcome === 'done' || row.outcome === 'refused' ? '' : ` · ${t(`outcome-${row.outcome}`)}`;
  const all = Object.entries(job.counts).reduce(
    (sum, [name, count]) => (name === 'invitations' || name === 'mailboxes' ? sum : sum + count),
    0,
  );
  return (
    <div class="stack">
      {job.state === 'failed' ? <p role="status">{t('job-failed', { reason: why })}</p> : null}
      {rows.length === 0 && job.state !== 'failed' ? <p class="quiet">{t('rows-none')}</p> : null}
      {rows.length === 0 ? null : (
        <table class="job-rows">
          <thead>
            <tr>
              <th scope="col">{t('row-what')}</th>
              <th scope="col">{t('row-does')}</th>
              <th scope="col">{t('row-fields')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.position}>
                <td>{row.title ?? row.object}</td>
                <td>
                  {t(`action-${row.action}` as 'action-skip')} {row.direction === null ? '' : t(`to-${row.direction}`)}
                  {outcome(row)}
                  {row.reason === null ? null : <span class="quiet small row-reason">{sayReason(reasonTitles, row.reason, locale)}</span>}
                </td>
                <td>
                  <ul class="field-lines small">
                    <FieldLines fields={row.fields} />
                    {row.recipients.length === 0 ? null : <li>{t('mails-to', { people: row.recipients.join(', ') })}</li>}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length === 0 ? null : <p class="small quiet">{t('rows-of', { shown: rows.length, all: Math.max(all, rows.length) })}</p>}
      {more ? (
        <div class="row">
          <Button onPress={() => void view.showMore()}>{t('rows-more')}</Button>
        </div>
      ) : null}
    </div>
  );
};
