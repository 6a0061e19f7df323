import { findCalendar } from '../calendars/calendar-id.ts';
import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { addEvent } from '../meetings/write-meeting.ts';
import { writingOf } from '../meetings/writing-of.ts';
import { appliedHeader } from '../odata/list-answer.ts';
import { itemContext } from '../odata/show-item.ts';
import { takeStamps } from '../odata/stamps.ts';
import { renderEvent } from './render-event.ts';

export const createEvent: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.create',
  right: 'Calendars.ReadWrite',
  answer(call) {
    const calendar = findCalendar(call.mailbox, call.params.calendar);
    const { rest, stamps } = takeStamps(call.body);
    const row = addEvent(writingOf(call), calendar, rest, stamps);
    return created({ '@odata.context': itemContext(call, 'events'), ...renderEvent(call, row) }, appliedHeader(call));
  },
};
