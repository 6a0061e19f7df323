import type { ObjectRules } from './object-rules.ts';

export const caseRules: ObjectRules = {
  beforeSave({ org, type, next, prior }) {
    next.CaseNumber ??= String(1000 + org.store(type).size).padStart(8, '0');
    if (next.Status === 'Closed' && prior?.Status !== 'Closed') next.ClosedDate = org.stamp;
    if (next.Status !== 'Closed') next.ClosedDate = null;
    const contact = typeof next.ContactId === 'string' ? org.find(next.ContactId) : undefined;
    next.AccountId ??= contact?.AccountId ?? null;
    next.ContactEmail = contact?.Email ?? null;
    next.ContactPhone = contact?.Phone ?? null;
    next.ContactMobile = contact?.MobilePhone ?? null;
  },
};
