import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { findItem } from '../http/find-item.ts';
import { removeEvent } from '../meetings/write-meeting.ts';
import { writingOf } from '../meetings/writing-of.ts';

/** By the organizer of a meeting this mails cancellations; an attendee's copy goes silently. */
export const deleteEvent: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.delete',
  right: 'Calendars.ReadWrite',
  answer(call) {
    const row = findItem(call, call.mailbox.events, 'event', call.params.event);
    checkIfMatch(call, row);
    removeEvent(writingOf(call), row);
    return noContent();
  },
};
