import type { CalendarWindow } from '../../core/model/index.ts';

const day = 24 * 3_600_000;

/**
 * The window to list: a calendarView/delta link stays bound to its first start and end for ever, so a week more than the policy's window is
 * read, and a new listing starts when the policy's window slides out of it: once a week, together with the sweep.
 */
export function readWindow(window: CalendarWindow): CalendarWindow {
  const start = Math.floor(Date.parse(window.start) / day) * day - day;
  const end = Math.ceil(Date.parse(window.end) / day) * day + 7 * day;
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
}
