import { type Answer, ok } from '../http/answer.ts';
import type { MailboxCall } from '../http/call.ts';
import type { Row } from '../store/row.ts';
import { cutPage, pageOptions } from './cut-page.ts';
import { readFilter } from './filter/read-filter.ts';
import type { ItemType } from './item-type.ts';
import { readOrder } from './read-order.ts';
import { itemPresenter, listContext } from './show-item.ts';

export const listOptions = ['$select', '$expand', '$filter', '$orderby', ...pageOptions] as const;

/** One page of a list. nextLink carries $skip, as Outlook's lists do. */
export function listAnswer<B>(call: MailboxCall, type: ItemType<B>, collection: string, rows: Iterable<Row<B>>): Answer {
  const present = itemPresenter(call, type);
  const page = cutPage(call, ordered(call, type, filtered(call, type, visible(call, [...rows]))));
  const value = page.rows.map(present);
  return ok({ '@odata.context': listContext(call, collection), ...page.counts, value, ...page.links }, appliedHeader(call));
}

function filtered<B>(call: MailboxCall, type: ItemType<B>, rows: Row<B>[]): Row<B>[] {
  const matches = readFilter(call.query.get('$filter'), type.properties);
  return matches ? rows.filter((row) => matches({ stamps: row.stamps, shown: () => type.render(call, row) })) : rows;
}

function ordered<B>(call: MailboxCall, type: ItemType<B>, rows: Row<B>[]): Row<B>[] {
  const compare = readOrder(call.query.get('$orderby'), type.properties);
  if (!compare) return rows;
  const shown = rows.map((row) => ({ row, shown: type.render(call, row) }));
  return shown.sort((a, b) => compare(a.shown, b.shown)).map(({ row }) => row);
}

/** A stale read does not show what came in the last seconds. */
function visible<B>(call: MailboxCall, rows: Row<B>[]): Row<B>[] {
  if (call.fault?.do !== 'stale-read') return rows;
  const limit = call.store.desk.clock.now() - (call.fault.seconds ?? 30) * 1000;
  return rows.filter((row) => row.created <= limit);
}

export function appliedHeader(call: MailboxCall): Record<string, string> {
  return call.prefer.applied.length > 0 ? { 'Preference-Applied': call.prefer.applied.join(', ') } : {};
}
