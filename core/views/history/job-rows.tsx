import { historyText, reasonTitles, sayReason } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { ShowMore } from '../parts/index.ts';
import { RowTable } from './row-table.tsx';
import type { JobView } from './use-job.ts';

/** What a job planned or did, item by item: what, where, why, and the values before and after. */
export const JobRows = ({ view }: { view: JobView }) => {
  const t = useText(historyText);
  const locale = useLocale();
  const { job, rows, more } = view;
  if (job === undefined) return null;
  if (job.state === 'queued' || job.state === 'running') return <p role="status">{t(`job-${job.state}`)}</p>;
  const why = job.reason === null ? (job.message ?? '') : sayReason(reasonTitles, job.reason, locale);
  const all = Object.entries(job.counts).reduce(
    (sum, [name, count]) => (name === 'invitations' || name === 'mailboxes' ? sum : sum + count),
    0,
  );
  return (
    <div class="stack">
      {job.state === 'failed' ? <p role="status">{t('job-failed', { reason: why })}</p> : null}
      {rows.length === 0 && job.state !== 'failed' ? <p class="quiet">{t('rows-none')}</p> : null}
      {rows.length === 0 ? null : <RowTable rows={rows} />}
      {rows.length === 0 ? null : <p class="small quiet">{t('rows-of', { shown: rows.length, all: Math.max(all, rows.length) })}</p>}
      <ShowMore shown={rows.length} more={more} of={t('rows')} onMore={view.showMore} />
    </div>
  );
};
