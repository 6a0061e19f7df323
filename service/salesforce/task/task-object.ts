import type { CalendarWindow } from '../../../core/model/index.ts';
import type { SalesforceObject } from '../salesforce-object.ts';
import { soqlDate, soqlTime } from '../soql.ts';

const twoWeeks = 14 * 86_400_000;

/**
 * Logged mails and calls are Tasks too, but nothing to do; the pattern row of a series is hidden from lists, its occurrences are tasks of
 * their own.
 */
export const taskObject: SalesforceObject = {
  kind: 'task',
  sobject: 'Task',
  always: "TaskSubtype = 'Task' AND IsRecurrence = false",
  baseline: openOrRecent,
  emailField: null,
  lockField: 'WhatId',
};

/** Wider than what is planned (the window begins in the past): the planner decides, this only leaves years of done tasks unread. */
function openOrRecent({ start }: CalendarWindow): string {
  const from = Date.parse(start) - twoWeeks;
  return `(IsClosed = false OR ActivityDate >= ${soqlDate(from)} OR LastModifiedDate >= ${soqlTime(from)})`;
}
