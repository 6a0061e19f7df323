/** API requests of a whole Salesforce org in the last 24 hours, by everybody who works with it, as Salesforce itself tells them. */
export interface SalesforceUsage {
  used: number;
  max: number;
}

/** Whose requests: a schedule's, which may wait, or a person's (force sync, pane, check of a connection), who is waiting. */
export type BudgetPurpose = 'schedule' | 'person';

/** Requests in the last 24 hours: of the mailbox that asks, of all mailboxes of Lockstep on the org, and how many mailboxes those are. */
export interface BudgetShares {
  own: number;
  ours: number;
  mailboxes: number;
}

export type BudgetVerdict = { go: true } | { go: false; why: 'schedules-spent' | 'people-spent' | 'share-spent' };

/** Schedules stop here, whoever used it up: tap-salesforce stops at 80 % of the total as well. */
export const scheduleShare = 0.8;
/** People go on up to here; the rest is left to the org's other software. */
export const peopleShare = 0.95;
/** As long as less is used nobody is counted against anybody. */
const plenty = 0.5;
/** However many share the org, so much is always granted: a day of ordinary syncs. */
const leastShare = 100;

/** What one mailbox may use in 24 hours once it gets tight: an equal part of what others leave of the schedules' share. */
export function fairShare({ used, max }: SalesforceUsage, { ours, mailboxes }: Omit<BudgetShares, 'own'>): number {
  const foreign = Math.max(0, used - ours);
  return Math.max(leastShare, Math.floor((max * scheduleShare - foreign) / Math.max(1, mailboxes)));
}

/** Whether shares need to be looked up at all. */
export const isTight = ({ used, max }: SalesforceUsage): boolean => used >= max * plenty;

/** May one more request be sent? `usage` null: nothing is known, so the answer to the request itself has to tell. */
export function mayAsk(purpose: BudgetPurpose, usage: SalesforceUsage | null, shares: BudgetShares | null): BudgetVerdict {
  if (usage === null || usage.max <= 0) return { go: true };
  if (purpose === 'person') return usage.used < usage.max * peopleShare ? { go: true } : { go: false, why: 'people-spent' };
  if (usage.used >= usage.max * scheduleShare) return { go: false, why: 'schedules-spent' };
  if (shares && isTight(usage) && shares.own >= fairShare(usage, shares)) return { go: false, why: 'share-spent' };
  return { go: true };
}
