import type { JobState } from '../../../core/model/index.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import { jobMailboxes, type MailboxPage } from './job-mailboxes.ts';
import type { JobRowNote } from './job-types.ts';

import { lanesIn, type PreviewedLane } from './lanes-of.ts';
import { type JobAsk, startJob } from './start-job.ts';

type Wall = readonly string[];

export interface JobRecord {
  id: string;
  customerId: string;
  organizationId: string | null;
  userId: string | null;
  kind: string;
  state: JobState;
  parameters: Readonly<Record<string, unknown>>;
  counts: Readonly<Record<string, number>>;
  reason: string | null;
  error: { message?: string } | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface JobRowFilter {
  action?: string | undefined;
  object?: string | undefined;
  direction?: 'up' | 'down' | undefined;
  outcome?: string | undefined;
  userId?: string | undefined;
}

const columns = `id, customer_id AS "customerId", organization_id AS "organizationId", user_id AS "userId", kind, state, parameters, counts,
  reason, error, created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt"`;

const rowsOf = `
  SELECT position, name, user_id AS "userId", side, object, direction, remote_id AS "remoteId", action, outcome, reason, title, fields,
         recipients, detail
    FROM job_row WHERE job_id = $1 AND position > $2
     AND ($4::text IS NULL OR action = $4) AND ($5::text IS NULL OR object = $5) AND ($6::text IS NULL OR direction = $6)
     AND ($7::text IS NULL OR outcome = $7) AND ($8::uuid IS NULL OR user_id = $8)
   ORDER BY position LIMIT $3`;

type Moments = Record<'createdAt' | 'startedAt' | 'finishedAt', Date | null>;

const present = (row: Omit<JobRecord, keyof Moments> & Moments): JobRecord => ({
  ...row,
  createdAt: row.createdAt?.toISOString() ?? '',
  startedAt: row.startedAt?.toISOString() ?? null,
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

/** Jobs as the API asks for them (its port Jobs): begun with their audit entry, read behind the wall. */
export function jobs(store: Store, ids: { next(): string }) {
  const read = async (wall: Wall, text: string, values: readonly unknown[]) =>
    (await store.asCustomers(wall, ({ query }) => query<Omit<JobRecord, keyof Moments> & Moments>(text, values))).map(present);
  const one = async (wall: Wall, id: string) => (await read(wall, `SELECT ${columns} FROM job WHERE id = $1`, [id]))[0];
  return {
    job: one,
    /** The newest of a kind for a user. */
    newest: async (wall: Wall, userId: string, kind: string) =>
      (
        await read(wall, `SELECT ${columns} FROM job WHERE user_id = $1 AND kind = $2 ORDER BY created_at DESC, id DESC LIMIT 1`, [
          userId,
          kind,
        ])
      )[0],
    /** The newest of a kind for a whole organization. */
    newestOf: async (wall: Wall, organizationId: string, kind: string) =>
      (
        await read(
          wall,
          `SELECT ${columns} FROM job WHERE organization_id = $1 AND user_id IS NULL AND kind = $2 ORDER BY created_at DESC, id DESC LIMIT 1`,
          [organizationId, kind],
        )
      )[0],
    /** How many mailboxes, and how many Teams and sites, a preview of the organization goes through. */
    lanesIn: async (wall: Wall, organizationId: string) => {
      const rows = await store.asCustomers(wall, ({ query }) => query<PreviewedLane>(lanesIn, [organizationId]));
      const mailboxes = rows.filter(({ kind }) => kind === 'mailbox').length;
      return { mailboxes, sources: rows.length - mailboxes };
    },
    mailboxes: (wall: Wall, id: string, page: MailboxPage) => store.asCustomers(wall, (transaction) => jobMailboxes(transaction, id, page)),
    rows: (wall: Wall, id: string, filter: JobRowFilter, page: { after: number; limit: number }) =>
      store.asCustomers(wall, ({ query }) =>
        query<JobRowNote & { position: number }>(rowsOf, [
          id,
          page.after,
          page.limit,
          filter.action ?? null,
          filter.object ?? null,
          filter.direction ?? null,
          filter.outcome ?? null,
          filter.userId ?? null,
        ]),
      ),
    start: async (ask: JobAsk, act: Acting): Promise<JobRecord> => {
      const wall = [ask.customerId];
      const { id } = await store.asCustomers(wall, async (transaction) => {
        const started = await startJob(transaction, ids, ask, act);
        if (started.joined) return started;
        await recordAct(store, ids, transaction, act, {
          customerId: ask.customerId,
          organizationId: ask.organizationId ?? null,
          userId: ask.userId ?? null,
          action: `start ${ask.kind}`,
          targetKind: ask.userId ? 'user' : ask.organizationId ? 'organization' : 'customer',
          targetId: ask.userId ?? ask.organizationId ?? ask.customerId,
          before: null,
          after: { jobId: started.id, ...ask.parameters },
          announcements: [
            {
              kind: 'job.changed',
              userId: ask.userId ?? null,
              organizationId: ask.organizationId ?? null,
              data: { jobId: started.id, kind: ask.kind, state: 'queued' },
            },
          ],
        });
        return started;
      });
      const job = await one(wall, id);
      if (!job) throw new Error(`The job ${id} is gone.`);
      return job;
    },
  };
}
