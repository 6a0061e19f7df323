import { refusals } from '../http/refusals.ts';
import { decodeItemId, encodeItemId } from '../ids/item-id.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import { wellKnown } from '../store/well-known.ts';

export function calendarId(mailbox: MailboxStore, no: number): string {
  return encodeItemId(mailbox.code, { kind: 'calendar', no, moves: undefined, day: undefined });
}

/** Number of the calendar that a request names; none means the default one. */
export function findCalendar(mailbox: MailboxStore, name: string | undefined): number {
  if (name === undefined) return wellKnown.calendar;
  const id = decodeItemId(mailbox.code, name);
  if (!id) throw refusals.malformedId();
  if (id.kind !== 'calendar' || (id.no !== wellKnown.calendar && !mailbox.calendars.get(id.no))) throw refusals.itemNotFound();
  return id.no;
}
