import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { itemContext } from '../odata/show-item.ts';
import { wellKnown } from '../store/well-known.ts';
import { renderCalendar } from './calendar-type.ts';
import { checkCalendarName, readCalendar } from './read-calendar.ts';

export const createCalendar: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.calendars.create',
  right: 'Calendars.ReadWrite',
  answer(call) {
    const { name, color = 'auto' } = readCalendar(call.body);
    if (!name) throw refusals.invalidProperty("Required property 'name' is missing.");
    checkCalendarName(call.mailbox, name);
    const row = call.mailbox.calendars.create(wellKnown.folderTree, { name, color });
    return created({ '@odata.context': itemContext(call, 'calendars'), ...renderCalendar(call, row) });
  },
};
