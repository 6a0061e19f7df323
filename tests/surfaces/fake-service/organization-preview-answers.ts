import type { Answers } from './answer.ts';
import { idOf } from './id-of.ts';
import { page } from './reply.ts';

const id = idOf(9, 20);
const mailboxes = 480;
const sources = 2;

/** How far the preview of the demo organization is: not begun, half way, through. */
export const demoPreview = () => ({ done: undefined as number | undefined });

const job = (done: number, at: string) => ({
  ...{ id, kind: 'preview-organization', state: done < mailboxes ? 'running' : 'done', userId: null, organizationId: idOf(3, 0) },
  ...{ createdAt: at, startedAt: at, finishedAt: done < mailboxes ? null : at, reason: null, message: null, parameters: {} },
  counts: {
    mailboxes: done,
    sources: done < mailboxes ? 0 : sources,
    'contact.up.create': 3 * done,
    'event.down.update': done,
    'event.down.hold': 2,
    invitations: 2,
    failed: 1,
  },
});

/** The third is a Team. */
const mailbox = (at: number) => ({
  kind: at === 2 ? 'team' : 'mailbox',
  ...{ userId: idOf(1, at), name: `Mailbox ${at}`, email: `mailbox${at}@acme.example`, creates: at === 0 ? 0 : 3, updates: 1, deletes: 0 },
  ...{ skips: 4, holds: at === 1 ? 2 : 0, failed: at === 0 ? 1 : 0, recipients: at === 1 ? 3 : 0 },
});

const row = (position: number, more: object) => ({
  ...{
    position,
    userId: idOf(1, 1),
    object: 'event',
    side: 'outlook',
    direction: 'down',
    remoteId: 'AAMk',
    action: 'hold',
    outcome: 'planned',
  },
  ...{ reason: 'invitation-guard', who: 'admin', title: 'Renewal', fields: [{ field: 'subject', before: 'Renewal', after: 'Renewal Q1' }] },
  ...{ recipients: ['kim.lee@northwind.example', 'a.stone@northwind.example'], detail: {}, ...more },
});

/** The preview of an organization with 480 mailboxes and two Teams. */
export const organizationPreviewAnswers: Answers = [
  [
    /^GET \/api\/organizations\/[^/]+\/preview$/,
    ({ world, now }) => {
      const { done } = world.preview;
      return { status: 200, body: { job: done === undefined ? null : job(done, new Date(now()).toISOString()), mailboxes, sources } };
    },
  ],
  [
    /^POST \/api\/organizations\/[^/]+\/preview$/,
    ({ world, now }) => {
      world.preview.done = 240;
      return { status: 202, body: job(240, new Date(now()).toISOString()) };
    },
  ],
  [
    /^GET \/api\/jobs\/[^/]+\/mailboxes$/,
    ({ world }, { query }) =>
      page(
        Array.from({ length: world.preview.done ?? 0 }, (_, at) => mailbox(at)),
        query,
      ),
  ],
  [
    /^GET \/api\/jobs\/00000009-0000-4000-8000-000000000014\/rows$/,
    (_state, { query }) =>
      page([row(1, {}), row(2, { action: 'create', title: null, object: 'contact', reason: null, recipients: [] })], query),
  ],
];
