import { useId } from 'preact/hooks';
import type { Item, Job } from '../../contract/client/index.ts';
import { pushText, reasonTitles, sayReason, settingsText } from '../../text/index.ts';
import { useLocale, usePages, useResource, useText } from '../app/index.ts';
import { Card, ShowMore, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';
import { nameInFull, type Refusal, sayRefusal } from '../settings/index.ts';
import '../parts/table.css';

type Row = Item<'GET /api/jobs/{id}/rows'>;

const Progress = ({ job }: { job: Job }) => {
  const t = useText(pushText);
  const locale = useLocale();
  const id = useId();
  const all = Array.isArray(job.parameters.targets) ? job.parameters.targets.length : 0;
  const done = job.counts.targets ?? 0;
  const reason = job.reason === null ? (job.message ?? '') : sayReason(reasonTitles, job.reason, locale);
  return (
    <div class="stack">
      <label for={id}>{t('progress', { done, all })}</label>
      <progress id={id} max={Math.max(all, 1)} value={done} />
      <p class="small quiet" role="status">
        {job.state === 'failed' ? t('failed', { reason }) : t(job.state === 'queued' || job.state === 'running' ? job.state : 'done')}
      </p>
    </div>
  );
};

const results = ['made', 'taken-back', 'unchanged'] as const;

const ResultRow = ({ row }: { row: Row }) => {
  const t = useText(pushText);
  const s = useText(settingsText);
  const known = results.find((one) => one === row.detail.result);
  const problem = row.detail.problem as Refusal | null | undefined;
  const key = row.fields[0]?.field;
  const said = problem ? t('refused', { reason: sayRefusal(s, problem) }) : known === undefined ? t('result-gone') : t(`result-${known}`);
  return (
    <tr>
      <td data-name={t('target')}>{row.title ?? ''}</td>
      <td data-name={t('setting')}>{key === undefined ? '' : nameInFull(s, key)}</td>
      <td data-name={t('result')}>
        <span class="state">
          <StateIcon state={row.outcome === 'done' ? 'up-to-date' : 'needs-attention'} size={16} />
          <span>{said}</span>
        </span>
      </td>
    </tr>
  );
};

/** A push under way or done: how far, and a result for each target and setting. */
export const PushJob = ({ jobId }: { jobId: string }) => {
  const t = useText(pushText);
  const path = { id: jobId };
  const touched = (event: { kind: string; data: Record<string, unknown> }): boolean =>
    event.kind === 'job.changed' && event.data.jobId === jobId;
  const job = useResource(`job ${jobId}`, (client) => client.call('GET /api/jobs/{id}', { path }), touched);
  const rows = usePages(`job rows ${jobId}`, (client, query) => client.call('GET /api/jobs/{id}/rows', { path, query }), touched, 50);
  const shown = job.shown.value;
  const trouble = job.trouble.value ?? rows.trouble.value;
  return (
    <Card title={t('results')}>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void job.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[24, 24]} /> : null}
      {shown === undefined ? null : <Progress job={shown.value} />}
      {rows.items.length === 0 ? null : (
        <table class="wrapping">
          <thead>
            <tr>
              <th scope="col">{t('target')}</th>
              <th scope="col">{t('setting')}</th>
              <th scope="col">{t('result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.items.map((row) => (
              <ResultRow key={row.position} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <ShowMore shown={rows.items.length} more={rows.more} of={t('results')} onMore={rows.showMore} />
      <p>
        <a href="#/push">{t('push-more')}</a>
      </p>
    </Card>
  );
};
