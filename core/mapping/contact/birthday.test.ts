import { describe, expect, it } from 'vitest';
import { contactOfGraph } from '../testing/contact-samples.ts';
import { mailbox } from '../testing/mailbox.ts';
import { contactMap } from './index.ts';

describe('birthdays', () => {
  it.each([
    ['written through Graph', '1974-07-22T11:59:00Z', '1974-07-22'],
    ['date only', '1974-07-22', '1974-07-22'],
    ['midnight UTC', '1974-07-22T00:00:00Z', '1974-07-22'],
    ['midnight in the zone of the mailbox', '1974-01-21T23:00:00Z', '1974-01-22'],
    ["midnight by today's summer time, when there was none", '1974-07-21T22:00:00Z', '1974-07-22'],
    ['some time of the day', '1974-07-22T15:00:00Z', '1974-07-22'],
    ['without a year', '1604-05-05T11:59:00Z', null],
    ['the "none" of MAPI', '4501-01-01T00:00:00Z', null],
    ['year 1600', '1600-02-29T00:00:00Z', null],
  ])('%s', (_, raw, expected) => {
    expect(contactOfGraph({ birthday: raw }).birthday).toBe(expected);
  });

  it('goes to Exchange as 11:59 UTC, where no zone shifts the day', () => {
    expect(contactMap.toOutlook(['birthday'], { birthday: '1974-07-22' }, mailbox)).toEqual({ birthday: '1974-07-22T11:59:00Z' });
  });
});
