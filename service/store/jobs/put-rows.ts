import type { Transaction } from '../transaction.ts';
import type { JobRowNote } from './job-types.ts';

const put = `
  INSERT INTO job_row (customer_id, job_id, position, name, user_id, side, object, direction, remote_id, action, outcome, reason, title,
                       fields, recipients, detail, at)
  SELECT $1, $2, $5 + r.position, r.name, r.user_id, r.side, r.object, r.direction, r.remote_id, r.action, r.outcome, r.reason, r.title,
         r.fields, r.recipients, r.detail, $4
    FROM json_to_recordset($3::json)
      AS r(position int, name text, user_id uuid, side text, object text, direction text, remote_id text, action text, outcome text,
           reason text, title text, fields jsonb, recipients jsonb, detail jsonb)
  ON CONFLICT (job_id, name) DO UPDATE SET user_id = excluded.user_id, side = excluded.side, object = excluded.object,
    direction = excluded.direction, remote_id = excluded.remote_id, action = excluded.action, outcome = excluded.outcome,
    reason = excluded.reason, title = excluded.title, fields = excluded.fields, recipients = excluded.recipients,
    detail = excluded.detail, at = excluded.at`;

/** Adds rows after those that are there; the caller holds the job's row, so nobody else counts on meanwhile. */
export async function putRows(
  { query, execute }: Transaction,
  job: { id: string; customerId: string },
  rows: readonly JobRowNote[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  const [last] = await query<{ position: number }>('SELECT coalesce(max(position), 0)::int AS position FROM job_row WHERE job_id = $1', [
    job.id,
  ]);
  const distinct = [...new Map(rows.map((row) => [row.name, row])).values()];
  const list = distinct.map(({ userId, remoteId, ...row }, index) => ({
    ...row,
    position: index + 1,
    user_id: userId,
    remote_id: remoteId,
  }));
  await execute(put, [job.customerId, job.id, JSON.stringify(list), at, last?.position ?? 0]);
}
