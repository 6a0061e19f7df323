import type { EventBody } from '../events/event-body.ts';
import { refusals } from '../http/refusals.ts';
import { addMilliseconds, fromUtc, millisecondsBetween } from '../zones/local-time.ts';
import { firstPlanned } from './expand-series.ts';
import { seriesZone } from './series-rule.ts';

/**
 * Settles a series after a write: its start moves to the first day that the pattern meets, the range starts there, and when pattern or
 * times changed, exceptions and cancelled occurrences are forgotten, as Exchange does.
 */
export function settleSeries(event: EventBody, before: EventBody | undefined): EventBody {
  if (!event.recurrence) {
    const { cancelled, exceptions, ...single } = event;
    return single;
  }
  if (before && sameTimes(event, before)) return event;
  const zone = seriesZone(event);
  const startDate = fromUtc(event.start, zone).slice(0, 10);
  const given = event.recurrence.range.startDate;
  const moved = before !== undefined && JSON.stringify(before.recurrence) === JSON.stringify(event.recurrence);
  if (given && given !== startDate && !moved)
    throw refusals.invalidProperty("The recurrence is invalid: range.startDate must be the date of the event's start.");
  const anchored: EventBody = { ...event, recurrence: { ...event.recurrence, range: { ...event.recurrence.range, startDate } } };
  const start = firstPlanned(anchored, anchored.recurrence ?? event.recurrence);
  if (!start) throw refusals.invalidProperty('The recurrence is invalid: it has no occurrence.');
  const { cancelled, exceptions, ...fresh } = anchored;
  const range = { ...event.recurrence.range, startDate: fromUtc(start, zone).slice(0, 10) };
  return {
    ...fresh,
    start,
    end: addMilliseconds(start, millisecondsBetween(event.start, event.end)),
    recurrence: { pattern: event.recurrence.pattern, range },
  };
}

function sameTimes(a: EventBody, b: EventBody): boolean {
  return (
    a.start === b.start && a.end === b.end && a.isAllDay === b.isAllDay && JSON.stringify(a.recurrence) === JSON.stringify(b.recurrence)
  );
}
