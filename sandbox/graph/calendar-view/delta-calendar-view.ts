import { findCalendar } from '../calendars/calendar-id.ts';
import { deltaRound } from '../delta/delta-round.ts';
import type { DeltaToken } from '../delta/delta-token.ts';
import type { EventBody } from '../events/event-body.ts';
import { eventId, renderEvent, renderSparse } from '../events/render-event.ts';
import type { MailboxCall, MailboxOperation } from '../http/call.ts';
import { listContext } from '../odata/show-item.ts';
import { instancesOf } from '../series/expand-series.ts';
import type { LogEntry } from '../store/folder-log.ts';
import type { Row } from '../store/row.ts';
import { readWindow, windowOptions } from './read-window.ts';

/**
 * A series comes in one piece: the master whole, its occurrences in the window sparse, exceptions whole. A cancelled occurrence is not
 * announced. The window is fixed by the first request and stays. An event outside it that was made, changed or deleted is told as @removed
 * (event-delta). No $select, $filter, $expand, $orderby, $search.
 */
export const deltaCalendarView: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.calendarView.delta',
  right: 'Calendars.Read',
  options: [...windowOptions, '$skiptoken', '$deltatoken'],
  answer(call) {
    const calendar = findCalendar(call.mailbox, call.params.calendar);
    const follows = call.query.has('$skiptoken') || call.query.has('$deltatoken');
    return deltaRound(call, {
      log: call.mailbox.events.log(calendar),
      collection: `calendarView/${calendar}`,
      context: `${listContext(call, 'calendarView')}/$delta`,
      options: follows ? {} : { ...readWindow(call) },
      show: (entry, token) => show(call, entry, token),
    });
  },
};

function show(call: MailboxCall, entry: LogEntry, token: DeltaToken): unknown[] {
  const removed = (moves: number) => [{ id: eventId(call, entry.no, moves), '@removed': { reason: 'deleted' } }];
  if (entry.gone !== undefined) return removed(entry.gone);
  const row = call.mailbox.events.get(entry.no);
  if (!row) return [];
  const { from = '', to = '' } = token.options;
  const shown = instancesOf(row, { from, to });
  if (shown.length === 0) return entry.seq <= token.startedAt ? [] : removed(row.moves);
  const whole = (one: Row<EventBody>) => ({ '@odata.type': '#microsoft.graph.event', ...renderEvent(call, one) });
  if (!row.body.recurrence) return [whole(row)];
  const sparse = (one: Row<EventBody>) => ({ '@odata.type': '#microsoft.graph.event', ...renderSparse(call, one) });
  return [whole(row), ...shown.map((one) => (one.body.occurrence?.isException ? whole(one) : sparse(one)))];
}
