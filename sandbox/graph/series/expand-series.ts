import type { Temporal } from 'temporal-polyfill';
import { touches, type Window } from '../calendar-view/read-window.ts';
import type { EventBody, Recurrence } from '../events/event-body.ts';
import { occurrenceICalUId } from '../events/new-ical-uid.ts';
import type { Row } from '../store/row.ts';
import { addMilliseconds, millisecondsBetween } from '../zones/local-time.ts';
import { seriesRule } from './series-rule.ts';

const day = 86_400_000;
type Instance = Row<EventBody>;

/** What of an event lies in a window: itself, or of a series the occurrences and exceptions, in order of their start. */
export function instancesOf(row: Row<EventBody>, window: Window): Instance[] {
  const { recurrence, start, end } = row.body;
  if (!recurrence) return touches(window, start, end) ? [row] : [];
  const length = millisecondsBetween(start, end);
  const planned = plannedBetween(
    row.body,
    recurrence,
    Date.parse(`${addMilliseconds(window.from, -length)}Z`),
    Date.parse(`${window.to}Z`),
  );
  const changed = row.body.exceptions ?? {};
  const cancelled = new Set(row.body.cancelled);
  const regular = planned.filter((one) => !changed[one.day] && !cancelled.has(one.day)).map((one) => instance(row, one));
  const exceptions = Object.keys(changed).flatMap((key) => {
    const one = plannedOn(row.body, recurrence, Number(key));
    return one ? [instance(row, one)] : [];
  });
  return [...regular, ...exceptions]
    .filter((one) => touches(window, one.body.start, one.body.end))
    .sort((a, b) => (a.body.start < b.body.start ? -1 : 1));
}

/** The instance that was planned for that day, unless it was cancelled or never was one. */
export function instanceOn(row: Row<EventBody>, onDay: number): Instance | undefined {
  const { recurrence, cancelled } = row.body;
  if (!recurrence || cancelled?.includes(onDay)) return undefined;
  const planned = plannedOn(row.body, recurrence, onDay);
  return planned && instance(row, planned);
}

/** How many meetings the rule plans before that day, cancelled ones included. */
export function plannedBefore(row: Row<EventBody>, onDay: number): number {
  const { recurrence, start } = row.body;
  return recurrence
    ? plannedBetween(row.body, recurrence, Date.parse(`${start}Z`) - day, onDay * day + day).filter((one) => one.day < onDay).length
    : 0;
}

/** Nearest instances before and after a day, by their planned place. */
export function neighbours(row: Row<EventBody>, onDay: number): { before: Instance | undefined; after: Instance | undefined } {
  const { recurrence } = row.body;
  if (!recurrence) return { before: undefined, after: undefined };
  const span = 400 * day;
  const around = plannedBetween(row.body, recurrence, onDay * day - span, onDay * day + span);
  const live = around.filter((one) => !row.body.cancelled?.includes(one.day));
  const before = live.filter((one) => one.day < onDay).at(-1);
  const after = live.find((one) => one.day > onDay);
  return { before: before && instance(row, before), after: after && instance(row, after) };
}

/** First day that the rule really meets, from the start of the event on. */
export function firstPlanned(event: EventBody, recurrence: Recurrence): string | undefined {
  const found = seriesRule(event, recurrence).next(new Date(Date.parse(`${event.start}Z`)), true);
  return found ? planOf(found).start : undefined;
}

interface Planned {
  day: number;
  start: string;
}

function plannedBetween(event: EventBody, recurrence: Recurrence, from: number, to: number): Planned[] {
  return seriesRule(event, recurrence).between(new Date(from), new Date(to), true).map(planOf);
}
function plannedOn(event: EventBody, recurrence: Recurrence, onDay: number): Planned | undefined {
  return plannedBetween(event, recurrence, (onDay - 1) * day, (onDay + 2) * day).find((one) => one.day === onDay);
}
function planOf(found: Temporal.ZonedDateTime): Planned {
  const start = found.toInstant().toString({ fractionalSecondDigits: 7 }).slice(0, -1);
  return { day: dayOf(found.toPlainDate().toString()), start };
}
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / day;
}

function instance(row: Row<EventBody>, planned: Planned): Instance {
  const { cancelled, exceptions, ...master } = row.body;
  const { seq = row.seq, stamps, ...changes } = exceptions?.[planned.day] ?? {};
  const body: EventBody = {
    ...master,
    start: planned.start,
    end: addMilliseconds(planned.start, millisecondsBetween(master.start, master.end)),
    ...changes,
    recurrence: null,
    iCalUId: occurrenceICalUId(master.iCalUId, planned.day),
    occurrence: { day: planned.day, planned: planned.start, isException: exceptions?.[planned.day] !== undefined },
  };
  return { ...row, seq, body, stamps };
}
