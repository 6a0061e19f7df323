import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../model/index.ts';
import { contactOfGraph, contactOfSalesforce } from '../testing/contact-samples.ts';
import { holdableContact } from '../testing/holdable-contact.ts';
import { mailbox } from '../testing/mailbox.ts';
import { cutMark } from '../words/cut-text.ts';
import { contactFields } from './fields.ts';
import { contactMap } from './index.ts';

const kept = contactFields.filter(({ held }) => held === 'both').map(({ name }) => name);
const all = contactFields.map(({ name }) => name);

const pick = (fields: Fields, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, fields[name]]));

describe('there and back', () => {
  it('is the same contact through Outlook', () => {
    fc.assert(
      fc.property(holdableContact, (fields) => {
        const back = contactOfGraph(contactMap.toOutlook(all, fields, mailbox));
        expect(pick(back, kept)).toEqual(fields);
        expect(contactMap.leftOut('outlook', all, fields, mailbox)).toEqual([]);
      }),
    );
  });

  it('is the same contact through Salesforce, but for the account that Lockstep never writes', () => {
    fc.assert(
      fc.property(holdableContact, (fields) => {
        const back = contactOfSalesforce(contactMap.toSalesforce(all, fields, mailbox));
        expect(pick(back, kept)).toEqual({ ...fields, companyName: null });
        expect(contactMap.leftOut('salesforce', all, fields, mailbox)).toEqual([]);
      }),
    );
  });

  it('settles at once, whatever comes: what was stored is written again unchanged', () => {
    const wild = fc.record(Object.fromEntries(all.map((name) => [name, fc.option(fc.string({ unit: 'binary', maxLength: 300 }))])));
    fc.assert(
      fc.property(wild, (fields) => {
        const first = contactOfGraph(contactMap.toOutlook(all, { ...fields, birthday: null }, mailbox));
        const up = contactMap.toSalesforce(all, first, mailbox);
        const stored = contactOfSalesforce(up);
        const again = contactMap.toSalesforce(all, { ...stored, surname: stored.surname ?? 'Doe' }, mailbox);
        expect(contactOfSalesforce({ LastName: 'Doe', ...again })).toEqual({ ...stored, surname: stored.surname ?? 'Doe' });
      }),
    );
  });

  it('writes only what changed', () => {
    const whole = contactOfGraph({ surname: 'Fort', jobTitle: 'Buyer', displayName: 'Fort of Contoso' });
    expect(contactMap.toSalesforce(['title'], whole, mailbox)).toEqual({ Title: 'Buyer' });
    expect(contactMap.toOutlook(['title'], whole, mailbox)).toEqual({ jobTitle: 'Buyer', displayName: 'Fort of Contoso' });
    expect(contactMap.toOutlook([], whole, mailbox)).toEqual({});
  });

  it('lets Outlook compose the display name anew when the name changes', () => {
    const whole = { ...contactOfGraph({ surname: 'Fort', displayName: 'Garth Fort' }), surname: 'Miller' };
    expect(contactMap.toOutlook(['surname'], whole, mailbox)).toEqual({ surname: 'Miller' });
  });
});

describe('groups that Graph replaces as one', () => {
  const whole = contactOfGraph({
    emailAddresses: [
      { name: 'Garth', address: 'Garth@Old.Example' },
      { name: 'second@x.example', address: 'second@x.example' },
      { name: 'Third', address: 'third@x.example' },
    ],
    businessPhones: ['1', '2'],
    businessAddress: { street: 'Way 1', city: 'Redmond' },
  });

  it('keeps the other addresses and the name when the first address changes', () => {
    expect(contactMap.toOutlook(['email'], { ...whole, email: 'garth@new.example' }, mailbox)).toEqual({
      emailAddresses: [
        { name: 'Garth', address: 'garth@new.example' },
        { name: 'second@x.example', address: 'second@x.example' },
        { name: 'Third', address: 'third@x.example' },
      ],
    });
  });

  it('does not keep a name that shows the old address', () => {
    const named = { ...whole, emailName: 'Garth (garth@old.example)', email: 'garth@new.example', email2: null, email3: null };
    expect(contactMap.toOutlook(['email'], named, mailbox)).toEqual({
      emailAddresses: [{ name: 'garth@new.example', address: 'garth@new.example' }],
    });
  });

  it('writes the whole address and both numbers when one part changes', () => {
    const next = { ...whole, mailingCity: 'Berlin', businessPhone: '9' };
    expect(contactMap.toOutlook(['mailingCity', 'businessPhone'], next, mailbox)).toEqual({
      businessAddress: { street: 'Way 1', city: 'Berlin', state: null, postalCode: null, countryOrRegion: null },
      businessPhones: ['9', '2'],
    });
  });
});

describe('limits of Salesforce', () => {
  const whole = contactOfGraph({
    surname: 'D'.repeat(90),
    mobilePhone: '1'.repeat(41),
    personalNotes: 'n'.repeat(40_000),
    emailAddresses: [{ address: `${'e'.repeat(60)}@${'h'.repeat(30)}.example` }],
  });

  it('cuts texts with a mark and never a number or an address', () => {
    const body = contactMap.toSalesforce(all, whole, mailbox);
    expect(body.LastName).toBe(`${'D'.repeat(79)}…`);
    expect(String(body.Description)).toHaveLength(32_000);
    expect(String(body.Description).endsWith(cutMark)).toBe(true);
    expect(body).not.toHaveProperty('MobilePhone');
    expect(body).not.toHaveProperty('Email');
    expect(contactMap.leftOut('salesforce', all, whole, mailbox)).toMatchObject([
      { field: 'email', reason: 'field-too-long', required: false },
      { field: 'mobilePhone', reason: 'field-too-long', required: false },
    ]);
  });

  it('does not let a cut text replace the whole one in Outlook', () => {
    const notes = String(contactMap.toSalesforce(['notes'], whole, mailbox).Description).replace('n', 'N');
    expect(contactMap.toOutlook(['notes'], { ...whole, notes }, mailbox)).toEqual({});
    expect(contactMap.leftOut('outlook', ['notes'], { notes }, mailbox)).toMatchObject([{ field: 'notes', reason: 'field-too-long' }]);
  });

  it('leaves out what is no address', () => {
    const exchange = contactOfGraph({ surname: 'Fort', emailAddresses: [{ name: 'Garth', address: '/o=ExchangeLabs/cn=garth' }] });
    expect(contactMap.toSalesforce(['email', 'surname'], exchange, mailbox)).toEqual({ LastName: 'Fort' });
    expect(contactMap.leftOut('salesforce', ['email'], exchange, mailbox)).toMatchObject([{ field: 'email', reason: 'refused' }]);
  });
});
