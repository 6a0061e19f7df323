import { dueChannel } from '../lane-desk/nudge.ts';
import { announce } from '../record/index.ts';
import type { Store } from '../store.ts';
import { inJob } from './in-job.ts';
import type { ClaimedJob, JobEnd, JobNote } from './job-types.ts';
import { putRows } from './put-rows.ts';

const open = "state IN ('queued', 'running')";
const free = '(lease_until IS NULL OR lease_until <= $2)';

const take = `
  UPDATE job SET state = 'running', worker = $2, lease_until = $5, epoch = epoch + 1, started_at = coalesce(started_at, $3)
   WHERE id = $1 AND ${open} AND kind = ANY ($6::text[]) AND due_at <= $3 AND (lease_until IS NULL OR lease_until <= $4)
  RETURNING id, kind, customer_id AS "customerId", organization_id AS "organizationId", user_id AS "userId",
            requested_by AS "requestedBy", on_behalf_of AS "onBehalfOf", coalesce(source, 'api') AS source, parameters, progress, counts,
            epoch::int AS epoch`;

const noted = 'UPDATE job SET progress = coalesce($2, progress), counts = coalesce($3, counts) WHERE id = $1';

const end = `
  UPDATE job SET state = $2, counts = $3, reason = $4, error = $5, finished_at = $6, lease_until = NULL, worker = NULL WHERE id = $1`;

/** A job that writes under its own id in the books has a session of that id: where the job failed, nothing runs there any more. */
const endSession = "UPDATE session SET state = 'failed', reason = $2, finished_at = $3 WHERE id = $1 AND state = 'running'";

export interface JobClaim {
  worker: string;
  kinds: readonly string[];
  at: string;
  wall: string;
  leaseUntil: string;
}

/** The job rows as their workers see them. `at` is world time, `wall` real time; a lease is in real time, as a lane's. */
export function jobDesk(store: Store) {
  const ids = async (text: string, values: readonly unknown[]): Promise<string[]> =>
    (await store.asSystem(({ query }) => query<{ id: string }>(text, values))).map((row) => row.id);
  return {
    due: (at: string, wall: string, limit: number) =>
      ids(`SELECT id FROM job WHERE ${open} AND due_at <= $1 AND ${free} ORDER BY due_at, id LIMIT $3`, [at, wall, limit]),
    /** Due at `at`, or held now: what a moved clock waits for. */
    unsettled: (at: string, wall: string) =>
      ids(`SELECT id FROM job WHERE ${open} AND (due_at <= $1 OR NOT ${free}) ORDER BY due_at, id`, [at, wall]),
    /** Only kinds that this worker knows: another release may have begun others. */
    async claim(id: string, ask: JobClaim): Promise<ClaimedJob | null> {
      const [job] = await store.asSystem(({ query }) =>
        query<ClaimedJob>(take, [id, ask.worker, ask.at, ask.wall, ask.leaseUntil, ask.kinds]),
      );
      return job ?? null;
    },
    /** False when another worker holds the job meanwhile. */
    renew: async (job: ClaimedJob, leaseUntil: string): Promise<boolean> =>
      (await store.asCustomers([job.customerId], ({ execute }) =>
        execute("UPDATE job SET lease_until = $3 WHERE id = $1 AND epoch = $2 AND state = 'running'", [job.id, job.epoch, leaseUntil]),
      )) === 1,
    /** Rows, counts and where it stands, in one transaction: a kill repeats a step or not, never half of it. */
    note: (job: ClaimedJob, { rows = [], progress, counts, at }: JobNote): Promise<void> =>
      inJob(store, job, async (transaction) => {
        await putRows(transaction, job, rows, at);
        await transaction.execute(noted, [job.id, progress ? JSON.stringify(progress) : null, counts ? JSON.stringify(counts) : null]);
        await announce(transaction, job.customerId, [event(job, 'running')], at);
      }),
    finish: (job: ClaimedJob, done: JobEnd): Promise<void> =>
      inJob(store, job, async (transaction) => {
        const error = done.message === null ? null : JSON.stringify({ message: done.message });
        await transaction.execute(end, [job.id, done.state, JSON.stringify(done.counts), done.reason, error, done.at]);
        const closed = done.state === 'failed' ? await transaction.execute(endSession, [job.id, done.reason, done.at]) : 0;
        const session = { kind: 'session.finished' as const, userId: job.userId, data: { sessionId: job.id, state: 'failed' } };
        await announce(transaction, job.customerId, [event(job, done.state), ...(closed > 0 ? [session] : [])], done.at);
      }),
    /** Gives the job back until then: something it needs is taken (a sync runs), or a provider asked for patience. */
    postpone: (job: ClaimedJob, until: { dueAt: string; reason: string | null }): Promise<void> =>
      inJob(store, job, async ({ execute }) => {
        await execute("UPDATE job SET state = 'queued', due_at = $2, reason = $3, lease_until = NULL, worker = NULL WHERE id = $1", [
          job.id,
          until.dueAt,
          until.reason,
        ]);
        await execute('SELECT pg_notify($1, $2)', [dueChannel, job.id]);
      }),
    /** At start: gives back what an earlier life of this same worker still holds. */
    reclaim: (worker: string): Promise<number> =>
      store.asSystem(({ execute }) =>
        execute(`UPDATE job SET lease_until = NULL, epoch = epoch + 1 WHERE worker = $1 AND ${open}`, [worker]),
      ),
  };
}

const event = (job: ClaimedJob, state: string) => ({
  kind: 'job.changed' as const,
  userId: job.userId,
  organizationId: job.organizationId,
  data: { jobId: job.id, kind: job.kind, state },
});
