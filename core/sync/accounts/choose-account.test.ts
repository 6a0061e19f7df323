import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { AccountRecord, FoundAccounts } from '../ports/accounts.ts';
import { accountSigns } from './account-signs.ts';
import { accountInputs, chooseAccount } from './choose-account.ts';
import { websiteHost } from './website-host.ts';

const acme: AccountRecord = { id: '001A', name: 'Acme' };
const other: AccountRecord = { id: '001B', name: 'Acme Two' };
const own = new Set(['example.com']);
const book = (names: Record<string, AccountRecord[]>, domains: Record<string, AccountRecord[]> = {}): FoundAccounts => ({
  named: (name) => names[name.toLowerCase()] ?? [],
  at: (domain) => domains[domain] ?? [],
});
const both = book({ acme: [acme], twins: [acme, other] }, { 'acme.test': [acme], 'two.test': [acme, other], 'b.test': [other] });

describe('the account of a new contact', () => {
  test.each([
    ['by the company', { companyName: ' ACME ', email: 'a@nowhere.test' }, '001A'],
    ['by the company before the domain', { companyName: 'Acme', email: 'a@b.test' }, '001A'],
    ['by the domain where the name is unknown', { companyName: 'Acme GmbH', email: 'A@Acme.Test' }, '001A'],
    ['by the domain where the name is not one account’s', { companyName: 'Twins', email: 'a@b.test' }, '001B'],
    ['by the company, of a person who writes from a free mailbox', { companyName: 'Acme', email: 'a@gmail.com' }, '001A'],
    ['none without a sign', { companyName: null, email: null }, 'no-domain'],
    ['none by a second address', { email: 'a@nowhere.test', email2: 'a@acme.test' }, 'none'],
    ['none of two with one website', { email: 'a@two.test' }, 'several'],
    ['none of two with one name and no website', { companyName: 'Twins', email: 'a@gmx.net' }, 'several'],
    ['none of a free mailbox', { email: 'a@yahoo.co.uk' }, 'free-mail'],
    ['none of one’s own domain', { email: 'kim@example.com' }, 'own-domain'],
    ['none of a text that is no domain', { email: 'a@%_.test' }, 'no-domain'],
    ['none of another domain', { email: 'a@sub.acme.test' }, 'none'],
  ])('%s', (_, fields, expected) => {
    const choice = chooseAccount(accountSigns(fields, own), both);
    expect(choice.account?.id ?? ('why' in choice && choice.why)).toBe(expected);
  });

  it('is named to "Why?", and so are those between which nothing was chosen', () => {
    expect(accountInputs(chooseAccount(accountSigns({ email: 'a@acme.test' }, own), both))).toEqual({
      account: 'Acme',
      accountId: '001A',
      accountBy: 'domain',
    });
    expect(accountInputs(chooseAccount(accountSigns({ companyName: 'twins', email: 'a@two.test' }, own), both))).toEqual({
      account: null,
      noAccount: 'several',
      accounts: ['Acme', 'Acme Two'],
    });
    expect(accountInputs(null)).toEqual({});
  });

  it('is one of those that were found, and only where it is the only one there', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });
    const records = (ids: number[]) => ids.map((id) => ({ id: `001${id}`, name: `A${id}` }));
    fc.assert(
      fc.property(some, some, fc.constantFrom('a@b.test', 'a@gmail.com', 'a@example.com'), (names, sites, email) => {
        const choice = chooseAccount(
          accountSigns({ companyName: 'Any', email }, own),
          book({ any: records(names) }, { 'b.test': records(sites) }),
        );
        const counts = email === 'a@b.test' ? sites : [];
        const only = names.length === 1 ? names[0] : counts.length === 1 ? counts[0] : undefined;
        expect(choice.account?.id).toBe(only === undefined ? undefined : `001${only}`);
      }),
    );
  });
});

describe('the host of a website', () => {
  test.each([
    ['acme.test', 'acme.test'],
    ['https://www.Acme.test/de/?a=b#c', 'acme.test'],
    ['http://acme.test:8080', 'acme.test'],
    ['www.acme.test.', 'acme.test'],
    [' acme.test see there', 'acme.test'],
    ['https://shop.acme.test', 'shop.acme.test'],
    [null, ''],
  ])('%s is at %s', (website, host) => {
    expect(websiteHost(website)).toBe(host);
  });
});
