const day = 24 * 3_600_000;
/** Records of Salesforce and what people add while they try things out lie around today. */
const atLeast = 366;
/** Whole-day events end at midnight of another zone. */
const margin = 2;

export interface WindowDays {
  back: number;
  ahead: number;
}

/** The calendar window that holds all of an import (features.md, decision 10), in whole days around `now`. */
export function windowOfImport(calendars: readonly { first: string; last: string }[], now: number): WindowDays {
  const first = Math.min(now, ...calendars.map((calendar) => Date.parse(calendar.first)));
  const last = Math.max(now, ...calendars.map((calendar) => Date.parse(calendar.last)));
  const days = (span: number) => Math.max(atLeast, Math.ceil(span / day) + margin);
  return { back: days(now - first), ahead: days(last - now) };
}
