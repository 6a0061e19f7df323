import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactOfGraph, contactOfSalesforce, graphContact, salesforceContact } from '../testing/contact-samples.ts';
import { mailbox } from '../testing/mailbox.ts';
import { contactMap } from './index.ts';

describe('nasty input', () => {
  it.each([
    ['null', null],
    ['a text', 'contact'],
    ['a list', []],
    ['no id', { displayName: 'x' }],
    ['a stub', { id: 'a', '@odata.etag': 'W/"1"' }],
    ['a number for a name', graphContact({ surname: 7 })],
    ['an object for a number', graphContact({ businessPhones: [{}] })],
    ['a birthday of words', graphContact({ birthday: 'next week' })],
    ['a day that is none', graphContact({ birthday: '1974-02-30T00:00:00Z' })],
  ])('%s is unreadable, not an exception', (_, raw) => {
    expect(contactMap.fromOutlook(raw, mailbox)).toMatchObject({ ok: false, problem: { reason: 'unreadable' } });
  });

  it('names the property and keeps its value to itself', () => {
    const reading = contactMap.fromOutlook(graphContact({ emailAddresses: [{ address: { secret: 'garth' } }] }), mailbox);
    expect(reading).toMatchObject({ ok: false, problem: { field: 'emailAddresses.0.address' } });
    expect(JSON.stringify(reading)).not.toContain('garth');
  });

  it('reads names with control characters, emoji, right-to-left marks and halves of characters', () => {
    const fields = contactOfGraph({
      givenName: ' A\u0000n\u0007a\r\nB ',
      surname: '👩‍👩‍👧‍👦 שלום\u200f',
      companyName: 'x\ud800y',
      jobTitle: '   ',
    });
    expect(fields).toMatchObject({ givenName: 'Ana B', surname: '👩‍👩‍👧‍👦 שלום\u200f', companyName: 'x\ufffdy', title: null });
  });

  it('cuts between characters, never inside one', () => {
    const family = '👩‍👩‍👧‍👦';
    const { LastName } = contactMap.toSalesforce(['surname'], { surname: `${'a'.repeat(76)}${family}${family}` }, mailbox);
    expect(LastName).toBe(`${'a'.repeat(76)}…`);
  });

  it('drops empty and missing entries of lists', () => {
    const fields = contactOfGraph({
      emailAddresses: [null, { name: 'no address' }, { address: ' b@x.example ' }],
      homePhones: [null, '', '5'],
    });
    expect(fields).toMatchObject({ email: 'b@x.example', email2: null, homePhone: '5', homePhone2: null });
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        contactMap.fromOutlook(raw, mailbox);
        contactMap.fromSalesforce(raw, mailbox);
      }),
    );
  });
});

describe('facts', () => {
  it('keys by every address, whatever its case', () => {
    const raw = graphContact({
      emailAddresses: [{ address: 'A@x.example' }, { address: 'a@X.example' }, { address: 'b@x.example' }, { address: 'EX:/o=1' }],
    });
    const reading = contactMap.fromOutlook(raw, mailbox);
    expect(reading.facts).toEqual({
      modifiedAt: '2026-11-22T09:00:00.000Z',
      keys: ['email:a@x.example', 'email:b@x.example'],
      categories: [],
      folder: 'f1',
    });
    expect(contactMap.fromSalesforce(salesforceContact({ Email: 'A@x.example' }), mailbox).facts).toMatchObject({
      modifiedAt: '2026-11-22T09:00:00.000Z',
      keys: ['email:a@x.example'],
      ownerId: mailbox.salesforceUserId,
    });
  });

  it('takes a field that Salesforce did not send for unknown, not for empty', () => {
    const { Department: _, Account: __, ...hidden } = salesforceContact({ AccountId: '001000000000001AAA' });
    const reading = contactMap.fromSalesforce(hidden, mailbox);
    expect(reading).not.toHaveProperty('fields.department');
    expect(reading).not.toHaveProperty('fields.companyName');
    expect(contactOfSalesforce({ Account: { Name: 'Contoso' } }).companyName).toBe('Contoso');
  });

  it('makes a key of 64 hexadecimal digits from tenant, mailbox and item', () => {
    const key = contactMap.key('AAMk1', { modifiedAt: null, keys: [] }, mailbox);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(contactMap.key('AAMk1', { modifiedAt: null, keys: [] }, { ...mailbox, mailboxId: 'm2' })).not.toBe(key);
  });
});
