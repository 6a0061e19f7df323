import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { findItem } from '../http/find-item.ts';
import { appliedHeader } from '../odata/list-answer.ts';
import { itemContext, showItem } from '../odata/show-item.ts';
import { eventType } from './event-type.ts';

export const getEvent: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.get',
  right: 'Calendars.Read',
  options: ['$select', '$expand'],
  answer(call) {
    const row = findItem(call, call.mailbox.events, 'event', call.params.event);
    return ok({ '@odata.context': itemContext(call, 'events'), ...showItem(call, eventType, row) }, appliedHeader(call));
  },
};
