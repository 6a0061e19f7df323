import type { JobRecord, JobRowRecord, Jobs } from '../../service/http/index.ts';
import { world } from './people.ts';

const at = '2026-11-22T11:55:00.000Z';

const record = (number: number): JobRecord => ({
  id: world.jobs[number - 1] ?? '',
  customerId: number === 4 ? world.customers[1] : world.customers[0],
  organizationId: null,
  userId: world.users[number - 1] ?? '',
  kind: 'preview',
  state: 'done',
  parameters: {},
  counts: { 'contact.up.create': 1 },
  reason: null,
  error: null,
  createdAt: at,
  startedAt: at,
  finishedAt: at,
});

const row: JobRowRecord = {
  position: 1,
  userId: world.users[0],
  object: 'contact',
  side: 'salesforce',
  direction: 'up',
  remoteId: null,
  action: 'create',
  outcome: 'planned',
  reason: null,
  title: 'Dana Ruiz',
  fields: [{ field: 'surname', before: null, after: 'Ruiz' }],
  recipients: [],
  detail: {},
};

/** Jobs in memory, one for each user, with the wall of the real ones. */
export const createFakeJobs = (changes: string[]): Jobs => {
  const jobs = [1, 2, 3, 4].map(record);
  const find = (wall: readonly string[], id: string) => jobs.find((job) => job.id === id && wall.includes(job.customerId));
  return {
    async start(ask) {
      changes.push(`start ${ask.kind} ${ask.userId ?? ask.organizationId ?? ask.customerId}`);
      return { ...record(1), ...ask, organizationId: ask.organizationId ?? null, userId: ask.userId ?? null, state: 'queued', counts: {} };
    },
    job: async (wall, id) => find(wall, id),
    newest: async (wall, userId) => jobs.find((job) => job.userId === userId && wall.includes(job.customerId)),
    newestOf: async () => undefined,
    lanesIn: async () => ({ mailboxes: 2, sources: 0 }),
    mailboxes: async () => [],
    rows: async (wall, id) => (find(wall, id) ? [row] : []),
  };
};
