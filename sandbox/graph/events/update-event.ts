import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { findItem } from '../http/find-item.ts';
import { changeEvent } from '../meetings/write-meeting.ts';
import { writingOf } from '../meetings/writing-of.ts';
import { appliedHeader } from '../odata/list-answer.ts';
import { itemContext } from '../odata/show-item.ts';
import { takeStamps } from '../odata/stamps.ts';
import { renderEvent } from './render-event.ts';

export const updateEvent: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.update',
  right: 'Calendars.ReadWrite',
  answer(call) {
    const row = findItem(call, call.mailbox.events, 'event', call.params.event);
    checkIfMatch(call, row);
    const { rest, stamps } = takeStamps(call.body);
    const next = changeEvent(writingOf(call), row, rest, stamps);
    return ok({ '@odata.context': itemContext(call, 'events'), ...renderEvent(call, next) }, appliedHeader(call));
  },
};
