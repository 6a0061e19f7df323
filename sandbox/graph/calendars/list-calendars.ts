import type { MailboxOperation } from '../http/call.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import { wellKnown } from '../store/well-known.ts';
import { calendarRow, calendarType } from './calendar-type.ts';

export const listCalendars: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.calendars.list',
  right: 'Calendars.Read',
  options: listOptions,
  answer(call) {
    const rows = [calendarRow(call, wellKnown.calendar), ...call.mailbox.calendars.in(wellKnown.folderTree)];
    return listAnswer(call, calendarType, 'calendars', rows);
  },
};
