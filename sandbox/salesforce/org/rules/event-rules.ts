import { settleActivityParents } from './activity-parents.ts';
import { followParent, relateParents } from './event-family.ts';
import { settleEventTimes } from './event-times.ts';
import type { ObjectRules } from './object-rules.ts';

const timeFields = ['StartDateTime', 'EndDateTime', 'ActivityDateTime', 'ActivityDate', 'DurationInMinutes', 'IsAllDayEvent'];

export const eventRules: ObjectRules = {
  beforeSave(saving) {
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
