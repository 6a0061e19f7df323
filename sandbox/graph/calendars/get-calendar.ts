import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext, showItem } from '../odata/show-item.ts';
import { findCalendar } from './calendar-id.ts';
import { calendarRow, calendarType } from './calendar-type.ts';

/** /calendar is the default one. */
export const getCalendar: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.calendars.get',
  right: 'Calendars.Read',
  options: ['$select'],
  answer(call) {
    const row = calendarRow(call, findCalendar(call.mailbox, call.params.calendar));
    return ok({ '@odata.context': itemContext(call, 'calendars'), ...showItem(call, calendarType, row) });
  },
};
