import { date, datetime, type Field, flag, picklist, readOnly, reference, whole } from '../field.ts';

const related = 'Account|Asset|Campaign|Case|Contract|Opportunity|Order|Product2|Solution';

/** What Event and Task have in common: whom and what they are about. */
export function activityFields(): Field[] {
  return [
    reference('WhoId', 'Contact|Lead', { label: 'Name ID', indexed: true }),
    reference('WhatId', related, { label: 'Related To ID', indexed: true }),
    whole('WhoCount', { ...readOnly }),
    whole('WhatCount', { ...readOnly }),
  ];
}

/** The classic series; the pattern row is hidden from lists, its occurrences carry RecurrenceActivityId. */
export function recurrenceFields(start: 'DateTime' | 'DateOnly'): Field[] {
  const kinds = 'RecursDaily|RecursEveryWeekday|RecursMonthly|RecursMonthlyNth|RecursWeekly|RecursYearly|RecursYearlyNth';
  const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
  return [
    reference('RecurrenceActivityId', start === 'DateTime' ? 'Event' : 'Task', { ...readOnly, relationshipName: 'RecurrenceActivity' }),
    flag('IsRecurrence', { updateable: false, label: 'Create Recurring Series' }),
    start === 'DateTime' ? datetime('RecurrenceStartDateTime') : date('RecurrenceStartDateOnly'),
    date('RecurrenceEndDateOnly'),
    picklist('RecurrenceTimeZoneSidKey', '', { length: 40 }),
    picklist('RecurrenceType', kinds, { length: 40 }),
    whole('RecurrenceInterval'),
    whole('RecurrenceDayOfWeekMask'),
    whole('RecurrenceDayOfMonth'),
    picklist('RecurrenceInstance', 'First|Second|Third|Fourth|Last', { length: 40 }),
    picklist('RecurrenceMonthOfYear', months, { length: 40 }),
  ];
}
