import type { CalendarWindow } from '../../../core/model/index.ts';
import type { SalesforceObject } from '../salesforce-object.ts';
import { soqlDate, soqlTime } from '../soql.ts';

const day = 86_400_000;

/** Child events are what inviting a user puts into that user's calendar: the same meeting a second time, never an item of its own. */
export const eventObject: SalesforceObject = {
  kind: 'event',
  sobject: 'Event',
  always: 'IsChild = false',
  baseline: inWindow,
  emailField: null,
  lockField: 'WhatId',
};

/**
 * Whole days are calendar dates, in whatever zone the window was made: a day of grace on both ends. EndDateTime of a whole-day event is
 * midnight UTC of its last day.
 */
function inWindow({ start, end }: CalendarWindow): string {
  const timed = `(IsAllDayEvent = false AND StartDateTime < ${soqlTime(end)} AND EndDateTime >= ${soqlTime(start)})`;
  const from = Date.parse(start) - day;
  const to = Date.parse(end) + day;
  const whole = `(IsAllDayEvent = true AND ActivityDate <= ${soqlDate(to)} AND EndDateTime >= ${soqlTime(from)})`;
  return `(${timed} OR ${whole})`;
}
