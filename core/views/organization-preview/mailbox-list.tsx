import { useState } from 'preact/hooks';
import type { Item } from '../../contract/client/index.ts';
import { organizationPreviewText, sourcesText } from '../../text/index.ts';
import { usePages, useText } from '../app/index.ts';
import { RowTable } from '../history/index.ts';
import { Icon, ShowMore, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';

type Mailbox = Item<'GET /api/jobs/{id}/mailboxes'>;

const Rows = ({ jobId, mailbox }: { jobId: string; mailbox: Mailbox }) => {
  const t = useText(organizationPreviewText);
  const path = { id: jobId };
  const { userId } = mailbox;
  const rows = usePages(
    `job rows ${jobId} ${userId}`,
    (client, query) => client.call('GET /api/jobs/{id}/rows', { path, query: { ...query, userId } }),
    () => false,
    50,
  );
  const shown = rows.shown.value;
  const trouble = rows.trouble.value;
  return (
    <div class="stack">
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void rows.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[24, 24]} /> : null}
      {rows.items.length === 0 ? null : <RowTable rows={rows.items} />}
      <ShowMore shown={rows.items.length} more={rows.more} of={t('rows', { name: mailbox.name })} onMore={rows.showMore} />
      <p>
        <a href={`#/users/${userId}`}>{t('open-user', { name: mailbox.name })}</a>
      </p>
    </div>
  );
};

const MailboxLine = ({ jobId, mailbox }: { jobId: string; mailbox: Mailbox }) => {
  const t = useText(organizationPreviewText);
  const kinds = useText(sourcesText);
  const [open, setOpen] = useState(false);
  const { name, email, kind, creates, updates, deletes, skips, holds, failed, recipients } = mailbox;
  const words = [
    ...(failed > 0 ? [t('mailbox-failed')] : [t('mailbox-changes', { count: creates + updates + deletes })]),
    ...(holds > 0 ? [t('mailbox-holds', { count: holds })] : []),
    ...(recipients > 0 ? [t('mailbox-people', { count: recipients })] : []),
    ...(skips > 0 ? [t('mailbox-skips', { count: skips })] : []),
  ];
  return (
    <li>
      <details class="preview-mailbox" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <StateIcon state={failed > 0 ? 'needs-attention' : holds > 0 ? 'waiting' : 'up-to-date'} size={16} />
          <span>
            {name} {kind === 'mailbox' ? null : <span class="badge">{kinds(kind)}</span>} <span class="small quiet">{email}</span>
          </span>
          <span class="small quiet push">{words.join(' · ')}</span>
          <Icon name="chevron" size={16} />
        </summary>
        {open ? <Rows jobId={jobId} mailbox={mailbox} /> : null}
      </details>
    </li>
  );
};

/** The mailboxes of a preview, those with troubles first; each opens to its items with values and recipients. */
export const MailboxList = ({ jobId }: { jobId: string }) => {
  const t = useText(organizationPreviewText);
  const mailboxes = usePages(
    `job mailboxes ${jobId}`,
    (client, query) => client.call('GET /api/jobs/{id}/mailboxes', { path: { id: jobId }, query }),
    (event) => event.kind === 'job.changed' && event.data.jobId === jobId,
    30,
  );
  const shown = mailboxes.shown.value;
  const trouble = mailboxes.trouble.value;
  return (
    <section class="stack" aria-label={t('mailboxes')}>
      <h3>{t('mailboxes')}</h3>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void mailboxes.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[32, 32, 32]} /> : null}
      <ul>
        {mailboxes.items.map((mailbox) => (
          <MailboxLine key={mailbox.userId} jobId={jobId} mailbox={mailbox} />
        ))}
      </ul>
      <ShowMore shown={mailboxes.items.length} more={mailboxes.more} of={t('mailboxes')} onMore={mailboxes.showMore} />
    </section>
  );
};
