import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { itemContext } from '../odata/show-item.ts';
import { findCalendar } from './calendar-id.ts';
import { renderCalendar } from './calendar-type.ts';
import { checkCalendarName, readCalendar } from './read-calendar.ts';

export const updateCalendar: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.calendars.update',
  right: 'Calendars.ReadWrite',
  answer(call) {
    const { calendars } = call.mailbox;
    const row = calendars.get(findCalendar(call.mailbox, call.params.calendar));
    if (!row) throw refusals.invalidRequest('This emulator does not change the default calendar.');
    const written = readCalendar(call.body);
    if (written.name) checkCalendarName(call.mailbox, written.name, row.no);
    const next = calendars.update(row, { ...row.body, ...written });
    return ok({ '@odata.context': itemContext(call, 'calendars'), ...renderCalendar(call, next) });
  },
};
