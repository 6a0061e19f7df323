import { findCalendar } from '../calendars/calendar-id.ts';
import type { MailboxOperation } from '../http/call.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import { eventType } from './event-type.ts';

/** Single events and series masters, no occurrences. */
export const listEvents: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.list',
  right: 'Calendars.Read',
  options: listOptions,
  answer(call) {
    const calendar = findCalendar(call.mailbox, call.params.calendar);
    return listAnswer(call, eventType, 'events', call.mailbox.events.in(calendar));
  },
};
