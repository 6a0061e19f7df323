import { decodeItemId, type IdKind } from '../ids/item-id.ts';
import type { Items } from '../store/items.ts';
import type { Row } from '../store/row.ts';
import type { MailboxCall } from './call.ts';
import { refusals } from './refusals.ts';

/** The item that an id means. A mutable id is dead once the item was moved; an id that is none at all is malformed. */
export function findItem<B>(call: MailboxCall, items: Items<B>, kind: IdKind, text: string | undefined): Row<B> {
  const id = decodeItemId(call.mailbox.code, text ?? '');
  if (!id) throw refusals.malformedId();
  const row = id.kind === kind && id.day === undefined ? items.get(id.no) : undefined;
  if (!row || (id.moves !== undefined && id.moves !== row.moves)) throw refusals.itemNotFound();
  if (call.fault?.do === 'stale-read' && row.created > call.store.desk.clock.now() - (call.fault.seconds ?? 30) * 1000)
    throw refusals.itemNotFound();
  return row;
}
