import { settleActivityParents } from './activity-parents.ts';
import type { ObjectRules } from './object-rules.ts';

export const taskRules: ObjectRules = {
  beforeSave(saving) {
    const { org, next, prior } = saving;
    settleActivityParents(saving);
    if (next.Status !== 'Completed') next.CompletedDateTime = null;
    else if (prior?.Status !== 'Completed') next.CompletedDateTime = org.stamp;
  },
};
