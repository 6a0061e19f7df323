import type { Call } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';

/** A calendar view's window in UTC wall times; an event is in it when it touches it. */
export interface Window {
  from: string;
  to: string;
}
export const windowOptions = ['startDateTime', 'endDateTime', 'startdatetime', 'enddatetime'] as const;

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
