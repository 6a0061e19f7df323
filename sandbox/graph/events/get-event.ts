import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { appliedHeader } from '../odata/list-answer.ts';
import { itemContext, showItem } from '../odata/show-item.ts';
import { takeSeriesOptions } from '../series/series-options.ts';
import { eventType } from './event-type.ts';
import { findEvent } from './find-event.ts';

export const getEvent: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.get',
  right: 'Calendars.Read',
  options: ['$select', '$expand'],
  answer(call) {
    const { shown } = findEvent(call);
    const series = takeSeriesOptions(call);
    const event = showItem(series.call, eventType, shown);
    return ok({ '@odata.context': itemContext(call, 'events'), ...event, ...series.more(shown) }, appliedHeader(call));
  },
};
