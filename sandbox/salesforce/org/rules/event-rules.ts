import { refused } from '../../salesforce-error.ts';
import { settleActivityParents } from './activity-parents.ts';
import { followParent, relateParents } from './event-family.ts';
import { settleEventTimes } from './event-times.ts';
import type { ObjectRules, Saving } from './object-rules.ts';

/** What an invited user may change of the child in his calendar (object reference, Event.IsChild). */
const ownOfChild = new Set(['IsReminderSet', 'ReminderDateTime']);

function checkKind({ prior, values, next }: Saving): void {
  const closed = prior?.IsChild === true ? Object.keys(values).filter((name) => !ownOfChild.has(name)) : [];
  if (closed.length > 0) throw refused('FIELD_INTEGRITY_EXCEPTION', 'only the reminder of a child event can be changed', closed);
  if (values.IsRecurrence === true || values.Recurrence2PatternText) {
    throw refused('FUNCTIONALITY_NOT_ENABLED', 'this emulator makes no event series: write one event per occurrence');
  }
  // Object reference, Event.IsPrivate.
  if (next.IsPrivate === true && (next.WhoId || next.WhatId)) {
    throw refused('FIELD_INTEGRITY_EXCEPTION', "private events can't be associated with other records", ['IsPrivate']);
  }
}

const timeFields = ['StartDateTime', 'EndDateTime', 'ActivityDateTime', 'ActivityDate', 'DurationInMinutes', 'IsAllDayEvent'];

export const eventRules: ObjectRules = {
  beforeSave(saving) {
    checkKind(saving);
    settleActivityParents(saving);
    if (!saving.prior || timeFields.some((name) => name in saving.values)) settleEventTimes(saving);
    if (saving.next.ReminderDateTime && !('IsReminderSet' in saving.values)) saving.next.IsReminderSet = true;
  },
  afterSave(saving) {
    relateParents(saving);
    if (saving.prior) followParent(saving);
  },
  goesWith(org, row) {
    return org.store(org.type('EventRelation')).withValue('EventId', String(row.Id));
  },
};
