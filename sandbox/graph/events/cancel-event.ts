import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { removeEvent } from '../meetings/write-meeting.ts';
import { writingOf } from '../meetings/writing-of.ts';
import { readProperties, text } from '../odata/read-properties.ts';
import { cancelOccurrence } from '../series/write-occurrence.ts';
import { findEvent } from './find-event.ts';

/** By the organizer only: like DELETE, with a comment for the attendees. */
export const cancelEvent: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.cancel',
  right: 'Calendars.ReadWrite',
  answer(call) {
    readProperties('action', call.body ?? {}, { comment: text, Comment: text }, []);
    const { kept, day } = findEvent(call);
    if (!kept.body.isOrganizer)
      throw refusals.invalidRequest("Your request can't be completed. You need to be an organizer to cancel a meeting.");
    if (day === undefined) removeEvent(writingOf(call), kept);
    else cancelOccurrence(writingOf(call), kept, day);
    return { status: 202 };
  },
};
