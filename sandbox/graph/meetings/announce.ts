import type { EventBody } from '../events/event-body.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import type { DirectoryUser } from '../users/directory-user.ts';
import type { Actor } from './actor.ts';
import { concernsGuests, countMails, guestsOf, without } from './count-mails.ts';
import { cancelMeeting, deliverMeeting } from './deliver-meeting.ts';

/** Where a write of an event happens and in whose name. */
export interface Writing {
  store: GraphStore;
  mailbox: MailboxStore;
  user: DirectoryUser;
  by: Actor;
}

/** After a write of the organizer's copy: counts the mails it would send and brings the attendees' mailboxes up to date. */
export function announce({ store, mailbox, by }: Writing, before: EventBody | undefined, after: EventBody | undefined): void {
  const event = after ?? before;
  if (!event?.isOrganizer || (event.attendees.length === 0 && (before?.attendees.length ?? 0) === 0)) return;
  if (before && after && !concernsGuests(before, after)) return;
  if (by === 'client') countMails(store.desk.faults, before, after);
  if (before) {
    const gone = without(guestsOf(before), after ? guestsOf(after) : new Set());
    if (gone.size > 0) cancelMeeting(store, mailbox, before, gone);
  }
  if (after) deliverMeeting(store, mailbox, after);
}
