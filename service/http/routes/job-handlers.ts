import { otherSide } from '../../../core/model/index.ts';
import { readCursor, toPage, writeCursor } from '../answers/cursor.ts';
import { presentJob, presentJobRow } from '../answers/present-job.ts';
import type { Handlers } from '../handler.ts';
import type { ItemAsked, JobRowRecord } from '../ports/index.ts';
import { reachJob, wallOf, withhold } from '../reach/index.ts';

/** What is yet to be made has no id: its source on the other side says what it is. */
const itemOf = ({ userId, side, object, remoteId, detail: { source } }: JobRowRecord): ItemAsked | null => {
  if (!userId || !side || !object) return null;
  if (remoteId !== null) return { userId, side, object, remoteId };
  return typeof source === 'string' ? { userId, side: otherSide(side), object, remoteId: source } : null;
};

const bare = (row: JobRowRecord): JobRowRecord => ({ ...row, title: null, fields: [], detail: {} });

export const jobHandlers: Pick<Handlers, 'GET /api/jobs/{id}' | 'GET /api/jobs/{id}/rows' | 'GET /api/jobs/{id}/mailboxes'> = {
  'GET /api/jobs/{id}': async (asked) => presentJob(await reachJob(asked, asked.path.id, 'job.read')),

  'GET /api/jobs/{id}/rows': async (asked) => {
    const job = await reachJob(asked, asked.path.id, 'job.read');
    const { cursor, limit, ...filter } = asked.query;
    const list = `job-rows:${job.id}:${JSON.stringify(filter)}`;
    const after = Number(readCursor(list, cursor)?.id ?? 0);
    const rows = await asked.options.jobs.rows(wallOf(asked.caller), job.id, filter, { after, limit: limit + 1 });
    return toPage(await withhold(asked, rows, itemOf, bare), limit, presentJobRow, (row) => writeCursor(list, null, String(row.position)));
  },

  'GET /api/jobs/{id}/mailboxes': async (asked) => {
    const job = await reachJob(asked, asked.path.id, 'job.read');
    const { cursor, limit } = asked.query;
    const list = `job-mailboxes:${job.id}`;
    const place = readCursor(list, cursor);
    const after = place && { rank: Number(place.value), email: place.id };
    const rows = await asked.options.jobs.mailboxes(wallOf(asked.caller), job.id, { after, limit: limit + 1 });
    return toPage(
      rows,
      limit,
      ({ rank: _, ...row }) => row,
      (row) => writeCursor(list, String(row.rank), row.email),
    );
  },
};
