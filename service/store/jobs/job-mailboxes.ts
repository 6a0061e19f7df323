import type { UserKind } from '../../../core/model/index.ts';
import type { Transaction } from '../transaction.ts';

/** The rows of a job for one mailbox, Team or site, in counts. */
export interface JobMailbox {
  userId: string;
  kind: UserKind;
  name: string;
  email: string;
  creates: number;
  updates: number;
  deletes: number;
  skips: number;
  holds: number;
  failed: number;
  /** People who would be mailed, each once. */
  recipients: number;
  /** 0: something failed, 1: something waits for an answer, 2: neither. */
  rank: number;
}

export interface MailboxPage {
  after?: { rank: number; email: string } | undefined;
  limit: number;
}

const read = `
  WITH counted AS (
    SELECT user_id,
           count(*) FILTER (WHERE action = 'create' AND outcome <> 'failed')::int AS creates,
           count(*) FILTER (WHERE action = 'update' AND outcome <> 'failed')::int AS updates,
           count(*) FILTER (WHERE action = 'delete' AND outcome <> 'failed')::int AS deletes,
           count(*) FILTER (WHERE action = 'skip' AND outcome <> 'failed')::int AS skips,
           count(*) FILTER (WHERE action = 'hold' AND outcome <> 'failed')::int AS holds,
           count(*) FILTER (WHERE outcome = 'failed')::int AS failed
      FROM job_row WHERE job_id = $1 AND user_id IS NOT NULL GROUP BY user_id),
  mailed AS (
    SELECT r.user_id, count(DISTINCT person)::int AS recipients
      FROM job_row r CROSS JOIN LATERAL jsonb_array_elements_text(r.recipients) AS person
     WHERE r.job_id = $1 AND r.recipients <> '[]' GROUP BY r.user_id),
  ranked AS (
    SELECT c.*, u.kind, u.display_name AS name, u.email, coalesce(m.recipients, 0) AS recipients,
           CASE WHEN c.failed > 0 THEN 0 WHEN c.holds > 0 THEN 1 ELSE 2 END AS rank
      FROM counted c JOIN "user" u ON u.id = c.user_id LEFT JOIN mailed m ON m.user_id = c.user_id)
  SELECT user_id AS "userId", kind, name, email, creates, updates, deletes, skips, holds, failed, recipients, rank FROM ranked
   WHERE $2::int IS NULL OR (rank, email COLLATE "C") > ($2, $3::text COLLATE "C")
   ORDER BY rank, email COLLATE "C" LIMIT $4`;

/** Whose mailbox is concerned how much, troubles first. */
export const jobMailboxes = ({ query }: Transaction, id: string, { after, limit }: MailboxPage): Promise<JobMailbox[]> =>
  query<JobMailbox>(read, [id, after?.rank ?? null, after?.email ?? null, limit]);
