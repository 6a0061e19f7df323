import { findCalendar } from '../calendars/calendar-id.ts';
import { eventType } from '../events/event-type.ts';
import type { MailboxOperation } from '../http/call.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import { instancesOf } from '../series/expand-series.ts';
import { readListWindow, windowOptions } from './read-window.ts';

export const listCalendarView: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.calendarView.list',
  right: 'Calendars.Read',
  options: [...windowOptions, ...listOptions],
  answer(call) {
    const window = readListWindow(call);
    const calendar = findCalendar(call.mailbox, call.params.calendar);
    const rows = [...call.mailbox.events.in(calendar)].flatMap((row) => instancesOf(row, window));
    rows.sort((a, b) => (a.body.start < b.body.start ? -1 : 1));
    return listAnswer(call, eventType, 'calendarView', rows);
  },
};
