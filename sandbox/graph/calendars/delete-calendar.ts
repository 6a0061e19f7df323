import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';
import { findCalendar } from './calendar-id.ts';

/** Its events go with it. */
export const deleteCalendar: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.calendars.delete',
  right: 'Calendars.ReadWrite',
  answer(call) {
    const { calendars, events } = call.mailbox;
    const row = calendars.get(findCalendar(call.mailbox, call.params.calendar));
    if (!row) throw new GraphError(400, 'ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted.');
    for (const event of [...events.in(row.no)]) events.remove(event);
    calendars.remove(row);
    return noContent();
  },
};
