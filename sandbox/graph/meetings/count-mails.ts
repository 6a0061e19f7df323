import type { Faults } from '../../faults/faults.ts';
import type { EventBody } from '../events/event-body.ts';

/** What only the organizer sees: changing it mails nobody. */
const silent = new Set<keyof EventBody>([
  'categories',
  'showAs',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'transactionId',
  'attendees',
]);

export function guestsOf(event: EventBody): Set<string> {
  const organizer = event.organizer.emailAddress.address.toLowerCase();
  return new Set(event.attendees.map((one) => one.emailAddress.address.toLowerCase()).filter((address) => address !== organizer));
}

/** Addresses of the first set that are not in the second. */
export function without(some: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> {
  return new Set([...some].filter((one) => !others.has(one)));
}

/** Counts, one per recipient, the mails that Exchange would send for a write of the organizer's copy. */
export function countMails(faults: Faults, before: EventBody | undefined, after: EventBody | undefined): void {
  if (!(after ?? before)?.isOrganizer) return;
  const had = before ? guestsOf(before) : new Set<string>();
  const has = after ? guestsOf(after) : new Set<string>();
  const occurrenceCancelled = (after?.cancelled?.length ?? 0) > (before?.cancelled?.length ?? 0);
  count(faults, 'mails.invitation', without(has, had).size);
  count(faults, 'mails.cancellation', without(had, has).size + (occurrenceCancelled ? has.size : 0));
  if (before && after && !occurrenceCancelled && isNews(before, after)) count(faults, 'mails.update', has.size - without(has, had).size);
}

/** Does a change reach the attendees at all? A category, a reminder or an extended property of the organizer's copy does not. */
export function concernsGuests(before: EventBody, after: EventBody): boolean {
  const [had, has] = [guestsOf(before), guestsOf(after)];
  const sameGuests = had.size === has.size && without(had, has).size === 0;
  return !sameGuests || JSON.stringify(before.cancelled) !== JSON.stringify(after.cancelled) || isNews(before, after);
}

function isNews(before: EventBody, after: EventBody): boolean {
  const names = Object.keys(after) as (keyof EventBody)[];
  return names.some((name) => !silent.has(name) && loud(before, name) !== loud(after, name));
}
/** A property as text; of exceptions only what guests see of them. */
function loud(event: EventBody, name: keyof EventBody): string {
  if (name !== 'exceptions') return JSON.stringify(event[name]) ?? '';
  const seen = Object.entries(event.exceptions ?? {}).map(([day, { seq, stamps, ...changes }]) => [
    day,
    Object.entries(changes).filter(([property]) => !silent.has(property as keyof EventBody)),
  ]);
  return JSON.stringify(seen.filter(([, changes]) => (changes?.length ?? 0) > 0));
}
function count(faults: Faults, name: string, by: number): void {
  if (by > 0) faults.count(name, by);
}
