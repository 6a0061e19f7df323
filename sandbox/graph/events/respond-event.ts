import type { Answer } from '../http/answer.ts';
import type { MailboxCall, MailboxOperation } from '../http/call.ts';
import { answerMeeting, type MeetingAnswer } from '../meetings/answer-meeting.ts';
import { writingOf } from '../meetings/writing-of.ts';
import { flag, readProperties, text } from '../odata/read-properties.ts';
import { findEvent } from './find-event.ts';

const operation = (name: string, answer: MeetingAnswer): MailboxOperation => ({
  of: 'mailbox',
  name: `graph.events.${name}`,
  right: 'Calendars.ReadWrite',
  answer: (call) => respond(call, answer),
});
export const acceptEvent = operation('accept', 'accepted');
export const declineEvent = operation('decline', 'declined');
export const tentativelyAcceptEvent = operation('tentativelyAccept', 'tentativelyAccepted');

/** Mails the organizer unless sendResponse is false. Answers are for the whole series here. */
function respond(call: MailboxCall, answer: MeetingAnswer): Answer {
  const readers = { comment: text, sendResponse: flag, proposedNewTime: (value: unknown) => value };
  const { sendResponse = true } = readProperties('action', call.body ?? {}, readers, []);
  answerMeeting(writingOf(call), findEvent(call).kept, answer);
  if (sendResponse === true) call.store.desk.faults.count('mails.response');
  return { status: 202 };
}
