import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { changeEvent } from '../meetings/write-meeting.ts';
import { writingOf } from '../meetings/writing-of.ts';
import { appliedHeader } from '../odata/list-answer.ts';
import { itemContext } from '../odata/show-item.ts';
import { takeStamps } from '../odata/stamps.ts';
import { changeOccurrence } from '../series/write-occurrence.ts';
import { findEvent } from './find-event.ts';
import { renderEvent } from './render-event.ts';

export const updateEvent: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.update',
  right: 'Calendars.ReadWrite',
  answer(call) {
    const { kept, shown, day } = findEvent(call);
    checkIfMatch(call, shown);
    const { rest, stamps } = takeStamps(call.body);
    const writing = writingOf(call);
    const next = day === undefined ? changeEvent(writing, kept, rest, stamps) : changeOccurrence(writing, kept, day, rest, stamps);
    return ok({ '@odata.context': itemContext(call, 'events'), ...renderEvent(call, next) }, appliedHeader(call));
  },
};
