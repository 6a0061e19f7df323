import type { EventBody } from '../events/event-body.ts';
import { noTime } from '../events/event-body.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { MailboxStore } from '../store/mailbox-store.ts';
import { wellKnown } from '../store/well-known.ts';

/** Puts the organizer's meeting into the mailboxes of those attendees who belong to the tenant; answers of theirs stay unless the time moved. */
export function deliverMeeting(store: GraphStore, organizer: MailboxStore, meeting: EventBody): void {
  for (const mailbox of attendeeMailboxes(store, organizer, meeting)) {
    const copy = mailbox.events.get(mailbox.byMeeting.get(meeting.iCalUId) ?? -1);
    if (!copy) mailbox.events.create(wellKnown.calendar, { ...shared(meeting), ...ownDefaults });
    else {
      const moved = copy.body.start !== meeting.start || copy.body.end !== meeting.end;
      const answer = moved ? { responseStatus: ownDefaults.responseStatus, showAs: ownDefaults.showAs } : {};
      mailbox.events.update(copy, { ...copy.body, ...shared(meeting), ...own(copy.body), ...answer });
    }
  }
}

/** Marks the attendees' copies as cancelled: they stay until the person removes them. */
export function cancelMeeting(store: GraphStore, organizer: MailboxStore, meeting: EventBody, only?: ReadonlySet<string>): void {
  for (const mailbox of attendeeMailboxes(store, organizer, meeting, only)) {
    const copy = mailbox.events.get(mailbox.byMeeting.get(meeting.iCalUId) ?? -1);
    if (!copy || copy.body.isCancelled) continue;
    const subject = `Canceled: ${copy.body.subject ?? ''}`.trim();
    mailbox.events.update(copy, { ...copy.body, isCancelled: true, subject, showAs: 'free', isReminderOn: false });
  }
}

function* attendeeMailboxes(
  store: GraphStore,
  organizer: MailboxStore,
  meeting: EventBody,
  only?: ReadonlySet<string>,
): Generator<MailboxStore> {
  for (const { emailAddress } of meeting.attendees) {
    if (only && !only.has(emailAddress.address.toLowerCase())) continue;
    const user = store.findUser(emailAddress.address);
    if (user?.mail && user.id !== organizer.owner) yield store.mailbox(user.id);
  }
}

const ownDefaults = {
  isOrganizer: false,
  responseStatus: { response: 'notResponded', time: noTime },
  showAs: 'tentative',
  categories: [] as string[],
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  transactionId: null,
};
function own({ isOrganizer, responseStatus, showAs, categories, isReminderOn, reminderMinutesBeforeStart }: EventBody) {
  return { isOrganizer, responseStatus, showAs, categories, isReminderOn, reminderMinutesBeforeStart };
}
/** What organizer and attendees have in common. */
function shared(meeting: EventBody): EventBody {
  return { ...meeting, transactionId: null };
}
