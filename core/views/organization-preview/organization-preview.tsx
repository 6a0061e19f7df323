import { useId } from 'preact/hooks';
import type { Job } from '../../contract/client/index.ts';
import { organizationPreviewText, reasonTitles, sayReason } from '../../text/index.ts';
import { send, useApp, useLocale, useResource, useSayTrouble, useText } from '../app/index.ts';
import { Age, Button, Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { MailboxList } from './mailbox-list.tsx';
import { acts, sumCounts } from './sum-counts.ts';
import './organization-preview.css';

const kind = 'preview-organization';

/** Mailboxes, Teams and sites that it has gone through. */
const readOf = ({ counts }: Job): number => (counts.mailboxes ?? 0) + (counts.sources ?? 0);

const Progress = ({ job, mailboxes, sources }: { job: Job; mailboxes: number; sources: number }) => {
  const t = useText(organizationPreviewText);
  const locale = useLocale();
  const id = useId();
  const done = readOf(job);
  const all = Math.max(done, mailboxes + sources);
  if (job.state === 'failed') {
    const reason = job.reason === null ? (job.message ?? '') : sayReason(reasonTitles, job.reason, locale);
    return <p role="status">{t('failed', { reason })}</p>;
  }
  if (job.state === 'done')
    return <p class="small quiet">{<Age at={job.finishedAt ?? job.createdAt} say={(age) => t('made', { age })} />}</p>;
  return (
    <div class="stack">
      <label for={id}>{t(sources > 0 ? 'progress-sources' : 'progress', { done, all })}</label>
      <progress id={id} max={all} value={done} />
      <p class="small quiet" role="status">
        {t(job.state === 'queued' ? 'queued' : 'running')}
      </p>
    </div>
  );
};

const Totals = ({ job }: { job: Job }) => {
  const t = useText(organizationPreviewText);
  const locale = useLocale();
  const sums = sumCounts(job.counts);
  const lines: (readonly [string, number])[] = [
    ...acts.map((act) => [t(act), sums[act]] as const),
    [t('invitations'), job.counts.invitations ?? 0],
    [t('unreadable'), job.counts.failed ?? 0],
  ];
  return (
    <section class="stack" aria-label={t('total')}>
      <h3>{t('total')}</h3>
      <dl class="totals">
        {lines.map(([name, count]) => (
          <div key={name}>
            <dt class="small quiet">{name}</dt>
            <dd class="number">{count.toLocaleString(locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** The changeset of all mailboxes of an organization (F01): how far it is, what comes together, and each mailbox with its items. */
export const OrganizationPreview = ({ organizationId }: { organizationId: string }) => {
  const app = useApp();
  const t = useText(organizationPreviewText);
  const say = useSayTrouble();
  const path = { id: organizationId };
  const resource = useResource(
    `organization preview ${organizationId}`,
    (client) => client.call('GET /api/organizations/{id}/preview', { path }),
    (event) => event.kind === 'job.changed' && event.data.kind === kind,
  );
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const job = shown?.value.job ?? undefined;
  const open = job?.state === 'queued' || job?.state === 'running';
  const begin = async (): Promise<void> => {
    const sent = await send(app, 'POST /api/organizations/{id}/preview', { path });
    if (!('answer' in sent)) {
      const reason = say(sent);
      app.notice.value = { kind: 'bad', text: t('not-begun', { reason }) };
    }
    void resource.load();
  };
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void resource.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[20, 60]} /> : null}
      {shown !== undefined && job === undefined ? <p class="quiet">{t('none')}</p> : null}
      {job === undefined ? null : <Progress job={job} mailboxes={shown?.value.mailboxes ?? 0} sources={shown?.value.sources ?? 0} />}
      <div class="row">
        <Button busy={open} onPress={() => void begin()}>
          {t(job === undefined ? 'start' : 'again')}
        </Button>
      </div>
      {job === undefined || readOf(job) === 0 ? null : (
        <>
          <Totals job={job} />
          <MailboxList key={job.id} jobId={job.id} />
        </>
      )}
    </Card>
  );
};
