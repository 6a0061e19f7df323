import type { Call } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';
import { millisecondsBetween } from '../zones/local-time.ts';

/** A calendar view's window in UTC wall times; an event is in it when it touches it. */
export interface Window {
  from: string;
  to: string;
}
export const windowOptions = ['startDateTime', 'endDateTime', 'startdatetime', 'enddatetime'] as const;

const mostDays = 1825;

/** A list of a view spans at most 1825 days (microsoft-graph-docs #6284). Of delta no such limit is known. */
export function readListWindow(call: Call): Window {
  const window = readWindow(call);
  if (millisecondsBetween(window.from, window.to) > mostDays * 86_400_000)
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      `Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: ${mostDays}`,
    );
  return window;
}

export function readWindow(call: Call): Window {
  const from = readTime(call, 'startDateTime');
  const to = readTime(call, 'endDateTime');
  if (to < from)
    throw new GraphError(400, 'ErrorInvalidRequest', 'The endDateTime of a calendar view must not be before its startDateTime.');
  return { from, to };
}

function readTime(call: Call, name: string): string {
  const text = call.query.get(name) ?? call.query.get(name.toLowerCase());
  if (text === undefined)
    throw new GraphError(
      400,
      'ErrorInvalidParameter',
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime; ${name} is missing.`,
    );
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(time))
    throw new GraphError(400, 'ErrorInvalidParameter', `The value '${text}' of ${name} is not a valid date and time.`);
  return `${new Date(time).toISOString().slice(0, 23)}0000`;
}

export function touches(window: Window, start: string, end: string): boolean {
  return start < window.to && (end > window.from || (end === start && start >= window.from));
}
