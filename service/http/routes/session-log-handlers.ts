import { readTimeCursor, toPage, writeCursor } from '../answers/cursor.ts';
import { knownReason } from '../answers/present-session.ts';
import type { Handlers } from '../handler.ts';
import type { LogRow } from '../ports/index.ts';
import { reachSession, wallOf, withhold } from '../reach/index.ts';

const present = ({ key: _key, at, reason, fields, withheld: _withheld, ...row }: LogRow & { withheld?: true }) => ({
  ...row,
  at: at.toISOString(),
  reason: reason === null ? null : knownReason(reason),
  fields: [...(fields ?? [])],
});

export const sessionLogHandlers: Pick<Handlers, 'GET /api/sessions/{id}/log'> = {
  'GET /api/sessions/{id}/log': async (asked) => {
    const session = await reachSession(asked, asked.path.id, 'session.read');
    const { cursor, limit } = asked.query;
    const list = `log:${session.id}`;
    const page = { after: readTimeCursor(list, cursor), limit: limit + 1 };
    const rows = await asked.options.ledger.sessionLog(wallOf(asked.caller), { id: session.id, userId: session.userId }, page);
    const shown = await withhold(
      asked,
      rows,
      ({ kind, side, object, id }) =>
        kind === 'issue' && side && object && id ? { userId: session.userId, side, object, remoteId: id } : null,
      (row) => ({ ...row, message: null }),
    );
    return toPage(shown, limit, present, (row) => writeCursor(list, row.at.toISOString(), row.key));
  },
};
