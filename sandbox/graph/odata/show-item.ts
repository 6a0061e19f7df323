import type { MailboxCall } from '../http/call.ts';
import type { Row } from '../store/row.ts';
import { readExpandedStamps } from './expand-stamps.ts';
import type { ItemType } from './item-type.ts';
import { readSelect } from './select.ts';

/** One item as $select and $expand ask for it. */
export function showItem<B>(call: MailboxCall, type: ItemType<B>, row: Row<B>): Record<string, unknown> {
  return itemPresenter(call, type)(row);
}

/** Reads the options once for a whole page. */
export function itemPresenter<B>(call: MailboxCall, type: ItemType<B>): (row: Row<B>) => Record<string, unknown> {
  const select = readSelect(call.query.get('$select'), type.name, type.properties);
  const stamps = readExpandedStamps(call.query.get('$expand'));
  return (row) => {
    const whole = type.render(call, row);
    const shown = stamps ? { ...whole, ...stamps(row) } : whole;
    return select ? select(shown) : shown;
  };
}

export function itemContext(call: MailboxCall, collection: string): string {
  return `${listContext(call, collection)}/$entity`;
}
export function listContext(call: MailboxCall, collection: string): string {
  const owners = call.params.group === undefined ? 'users' : 'groups';
  return `${call.origin}/v1.0/$metadata#${owners}('${encodeURIComponent(call.mailbox.owner)}')/${collection}`;
}
