import type { EventBody } from '../events/event-body.ts';
import { refusals } from '../http/refusals.ts';
import { iso } from '../odata/iso.ts';
import type { Row } from '../store/row.ts';
import type { Writing } from './announce.ts';

export type MeetingAnswer = 'accepted' | 'declined' | 'tentativelyAccepted';
const shownAs = { accepted: 'busy', tentativelyAccepted: 'tentative', declined: 'free' } as const;

/** An attendee answers: the own copy and the organizer's list of attendees show it; a declined meeting leaves the calendar. */
export function answerMeeting({ store, mailbox, user }: Writing, row: Row<EventBody>, answer: MeetingAnswer): void {
  if (row.body.isOrganizer)
    throw refusals.invalidRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    );
  const status = { response: answer, time: iso(store.desk.clock.now()) };
  if (answer === 'declined') mailbox.events.remove(row);
  else mailbox.events.update(row, { ...row.body, responseStatus: status, showAs: shownAs[answer] });
  const organizer = store.findUser(row.body.organizer.emailAddress.address);
  const theirs = organizer && store.mailbox(organizer.id);
  const meeting = theirs?.events.get(theirs.byMeeting.get(row.body.iCalUId) ?? -1);
  if (!theirs || !meeting) return;
  const mine = (address: string) => address.toLowerCase() === user.mail?.toLowerCase();
  const attendees = meeting.body.attendees.map((one) => (mine(one.emailAddress.address) ? { ...one, status } : one));
  theirs.events.update(meeting, { ...meeting.body, attendees });
}
