import { reasonInfo } from '../../../core/model/index.ts';
import { readCursor, toPage, writeCursor } from '../answers/cursor.ts';
import { nameItem } from '../answers/name-item.ts';
import { knownReason } from '../answers/present-session.ts';
import type { Handlers } from '../handler.ts';
import type { ItemRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachUser, wallOf } from '../reach/index.ts';
import { lastingId } from './lasting-id.ts';

const presentItem = ({ remoteId, fields, reason, ...row }: ItemRow) => ({
  ...row,
  id: remoteId,
  ...nameItem({ fields }),
  reason: reason === null ? null : knownReason(reason),
});

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The leads by which a contact is held up, each with the address that opens it. */
function recordsOf({ leadIds, lead }: Readonly<Record<string, unknown>>, address: string | null) {
  const names = texts(lead);
  const records = texts(leadIds).map((id, place) => {
    return { id, name: names[place] ?? id, recordUrl: address === null ? null : `${address}/${id}` };
  });
  return records.length > 0 ? { records } : {};
}

export const whyHandlers: Pick<Handlers, 'GET /api/users/{id}/why' | 'GET /api/users/{id}/items'> = {
  'GET /api/users/{id}/why': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'decision.read');
    const { side, object } = asked.query;
    const id = await lastingId(asked, user, asked.query);
    const found = await asked.options.engine.explain({ customerId: user.customerId, userId: user.id }, { side, object, remoteId: id });
    if (!found.ok) throw new HttpProblem(found.code);
    if (found.explanation === null) throw new HttpProblem('not_found', `There is no ${object} with this id in ${side} just now.`);
    const { remoteId, title, known, link, steps, verdict } = found.explanation;
    const address = 'leadIds' in verdict.inputs ? await asked.options.ledger.salesforceAddress(wallOf(asked.caller), user.id) : null;
    return {
      side,
      object,
      id: remoteId,
      title,
      known,
      link,
      steps: steps.map((step) => ({ ...step, who: reasonInfo(step.rule).who, inputs: { ...step.inputs } })),
      verdict: {
        reason: verdict.reason,
        who: reasonInfo(verdict.reason).who,
        action: verdict.action,
        inputs: { ...verdict.inputs },
        ...recordsOf(verdict.inputs, address),
      },
    };
  },

  'GET /api/users/{id}/items': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'decision.read');
    const { cursor, limit, q, object } = asked.query;
    const list = `items:${user.id}:${object ?? ''}:${q}`;
    const after = readCursor(list, cursor)?.value ?? undefined;
    const rows = await asked.options.ledger.searchItems(wallOf(asked.caller), user.id, { q, object, after, limit: limit + 1 });
    return toPage(rows, limit, presentItem, (row) => writeCursor(list, row.side + row.object + row.remoteId, ''));
  },
};
