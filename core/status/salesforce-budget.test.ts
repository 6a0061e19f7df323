import { describe, expect, it } from 'vitest';
import { fairShare, isTight, mayAsk } from './salesforce-budget.ts';

const of = (used: number) => ({ used, max: 1000 });

describe('the budget of a Salesforce org', () => {
  it.each([
    ['schedule', null, true, null],
    ['schedule', 0, true, null],
    ['schedule', 799, true, null],
    ['schedule', 800, false, 'schedules-spent'],
    ['schedule', 1000, false, 'schedules-spent'],
    ['person', null, true, null],
    ['person', 800, true, null],
    ['person', 949, true, null],
    ['person', 950, false, 'people-spent'],
  ] as const)('%s at %s used of 1,000: %s', (purpose, used, go, why) => {
    const verdict = mayAsk(purpose, used === null ? null : of(used), null);
    expect(verdict).toEqual(go ? { go } : { go, why });
  });

  it('grants each mailbox an equal part of what others leave, once half of it is used', () => {
    const shares = { own: 150, ours: 300, mailboxes: 4 };
    expect(isTight(of(499))).toBe(false);
    expect(mayAsk('schedule', of(499), shares)).toEqual({ go: true });
    // 800 for schedules, 300 of the 600 used are others': 500 for four mailboxes.
    expect(fairShare(of(600), shares)).toBe(125);
    expect(mayAsk('schedule', of(600), shares)).toEqual({ go: false, why: 'share-spent' });
    expect(mayAsk('schedule', of(600), { ...shares, own: 124 })).toEqual({ go: true });
    expect(mayAsk('person', of(600), shares)).toEqual({ go: true });
  });

  it('never divides so small that an ordinary day would not fit', () => {
    expect(fairShare(of(700), { ours: 700, mailboxes: 5000 })).toBe(100);
    expect(fairShare(of(900), { ours: 0, mailboxes: 1 })).toBe(100);
  });

  it('takes an org without a limit as without a budget', () => {
    expect(mayAsk('schedule', { used: 5, max: 0 }, null)).toEqual({ go: true });
  });
});
