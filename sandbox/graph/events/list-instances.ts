import { readListWindow, windowOptions } from '../calendar-view/read-window.ts';
import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import { instancesOf } from '../series/expand-series.ts';
import { eventType } from './event-type.ts';
import { findEvent } from './find-event.ts';

export const listInstances: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.events.instances',
  right: 'Calendars.Read',
  options: [...windowOptions, ...listOptions],
  answer(call) {
    const window = readListWindow(call);
    const { kept, day } = findEvent(call);
    if (day !== undefined || !kept.body.recurrence)
      throw refusals.invalidRequest('Instances are only of a series: the id must be that of a seriesMaster.');
    return listAnswer(call, eventType, 'events', instancesOf(kept, window));
  },
};
