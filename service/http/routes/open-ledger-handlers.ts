import { z } from 'zod';
import { readCursor, toPage, writeCursor } from '../answers/cursor.ts';
import type { Handlers } from '../handler.ts';
import type { LedgerPlace } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachUser } from '../reach/index.ts';

const place = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('link'), id: z.uuid() }),
  z.strictObject({ part: z.literal('decision'), side: z.string(), object: z.string(), id: z.string() }),
]);

function readPlace(cursor: string | undefined): LedgerPlace | undefined {
  const given = readCursor('ledger', cursor);
  if (given === undefined) return undefined;
  try {
    return place.parse(JSON.parse(given.value ?? 'null'));
  } catch {
    throw new HttpProblem('invalid_cursor');
  }
}

export const openLedgerHandlers: Pick<Handlers, 'GET /api/users/{id}/ledger' | 'POST /api/users/{id}/ledger'> = {
  'GET /api/users/{id}/ledger': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'ledger.read');
    const { limit, cursor } = asked.query;
    const rows = await asked.options.openLedger.read(
      { customerId: user.customerId, userId: user.id },
      { after: readPlace(cursor), limit: limit + 1, at: new Date(asked.now).toISOString() },
    );
    return toPage(
      rows,
      limit,
      (row) => row.line,
      (row) => writeCursor('ledger', JSON.stringify(row.place), ''),
    );
  },

  'POST /api/users/{id}/ledger': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'ledger.write');
    const result = await asked.options.openLedger.write(
      { customerId: user.customerId, userId: user.id },
      {
        lines: asked.body.lines,
        wall: new Date(asked.options.surroundings.realNow()).toISOString(),
        act: asked.act(user.customerId),
      },
    );
    if (!result) throw new HttpProblem('request_in_progress', 'This mailbox syncs just now. Send the lines again in a minute.');
    return result;
  },
};
