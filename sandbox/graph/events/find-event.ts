import type { MailboxCall } from '../http/call.ts';
import { findItem } from '../http/find-item.ts';
import { refusals } from '../http/refusals.ts';
import { decodeItemId, encodeItemId } from '../ids/item-id.ts';
import { instanceOn } from '../series/expand-series.ts';
import type { Row } from '../store/row.ts';
import type { EventBody } from './event-body.ts';

/** The event that the request names: a kept one, or an instance of a series with its master. */
interface FoundEvent {
  /** what is kept: the single event or the series master */
  kept: Row<EventBody>;
  /** what is shown: the kept one, or the instance */
  shown: Row<EventBody>;
  /** originally planned day of the instance */
  day: number | undefined;
}

export function findEvent(call: MailboxCall): FoundEvent {
  const text = call.params.event ?? '';
  const id = decodeItemId(call.mailbox.code, text);
  if (id?.day === undefined) {
    const kept = findItem(call, call.mailbox.events, 'event', text);
    return { kept, shown: kept, day: undefined };
  }
  const kept = findItem(call, call.mailbox.events, 'event', encodeItemId(call.mailbox.code, { ...id, day: undefined }));
  const shown = instanceOn(kept, id.day);
  if (!shown) throw refusals.itemNotFound();
  return { kept, shown, day: id.day };
}
