import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { removeEvent } from '../meetings/write-meeting.ts';
import { writingOf } from '../meetings/writing-of.ts';
import { cancelOccurrence } from '../series/write-occurrence.ts';
import { findEvent } from './find-event.ts';

/** By the organizer of a meeting this mails cancellations; an attendee's copy goes silently. */
export const deleteEvent: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.delete',
  right: 'Calendars.ReadWrite',
  answer(call) {
    const { kept, shown, day } = findEvent(call);
    checkIfMatch(call, shown);
    if (day === undefined) removeEvent(writingOf(call), kept);
    else cancelOccurrence(writingOf(call), kept, day);
    return noContent();
  },
};
