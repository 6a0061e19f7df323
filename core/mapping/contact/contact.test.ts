import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../model/index.ts';
import type { MapContext } from '../object-map.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { cutMark } from '../words/cut-text.ts';
import { contactFields } from './fields.ts';
import { contactMap } from './index.ts';

const context: MapContext = {
  tenantId: 't1',
  mailboxId: 'm1',
  addresses: ['ana@contoso.example'],
  salesforceUserId: '005000000000001AAA',
  zone: 'Europe/Berlin',
  hash: (text) => createHash('sha256').update(text).digest('hex'),
};
const kept = contactFields.filter(({ held }) => held === 'both').map(({ name }) => name);
const all = contactFields.map(({ name }) => name);

/** What Graph answers after a POST: every property, as sent. */
const inOutlook = (body: Record<string, unknown>) => ({
  ...{ id: 'AAMk1', lastModifiedDateTime: '2026-11-22T09:00:00Z', parentFolderId: 'f1', categories: [] },
  ...{ displayName: null, emailAddresses: [], businessPhones: [], homePhones: [] },
  ...body,
});
const inSalesforce = (body: Record<string, unknown>) => ({
  Id: '003000000000001AAA',
  LastModifiedDate: '2026-11-22T09:00:00.000+0000',
  OwnerId: context.salesforceUserId,
  AccountId: null,
  Account: null,
  ...Object.fromEntries(
    contactMap.salesforceFields
      .filter((name) => /Name$|Street|City|State|Code|Country|Phone|Email|Title|Department|Birthdate|Description/.test(name))
      .map((name) => [name, null]),
  ),
  ...body,
});
function outlook(raw: unknown): Fields {
  const reading = contactMap.fromOutlook(raw, context);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.fields;
}
function salesforce(raw: unknown): Fields {
  const reading = contactMap.fromSalesforce(raw, context);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.fields;
}
const pick = (fields: Fields, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, fields[name]]));

const line = (max: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => cleanLine(text))
    .filter((text) => (text?.length ?? 0) <= max);
const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((value) => cleanText(value.replaceAll('x', '\n')));
const email = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,10}$/), fc.stringMatching(/^[a-z0-9]{1,10}$/))
  .map(([user, host]) => `${user}@${host}.example`);
const date = fc
  .date({ min: new Date('1700-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
  .filter((day) => !day.startsWith('1604'));

/** A contact that both sides can hold whole. */
const holdable: fc.Arbitrary<Fields> = fc.record(
  Object.fromEntries(
    kept.map((name): [string, fc.Arbitrary<string | null>] => {
      const max = contactFields.find((field) => field.name === name)?.salesforce?.max ?? 40;
      if (name === 'email') return [name, fc.option(email)];
      if (name === 'birthday') return [name, fc.option(date)];
      if (name === 'surname') return [name, line(max).map((value) => value ?? 'Doe')];
      return [name, name === 'notes' || name.endsWith('Street') ? text : line(max)];
    }),
  ),
);

describe('there and back', () => {
  it('is the same contact through Outlook', () => {
    fc.assert(
      fc.property(holdable, (fields) => {
        const back = outlook(inOutlook(contactMap.toOutlook(all, fields, context)));
        expect(pick(back, kept)).toEqual(fields);
        expect(contactMap.leftOut('outlook', all, fields, context)).toEqual([]);
      }),
    );
  });

  it('is the same contact through Salesforce, but for the account that Lockstep never writes', () => {
    fc.assert(
      fc.property(holdable, (fields) => {
        const back = salesforce(inSalesforce(contactMap.toSalesforce(all, fields, context)));
        expect(pick(back, kept)).toEqual({ ...fields, companyName: null });
        expect(contactMap.leftOut('salesforce', all, fields, context)).toEqual([]);
      }),
    );
  });

  it('settles at once, whatever comes: what was stored is written again unchanged', () => {
    const wild = fc.record(Object.fromEntries(all.map((name) => [name, fc.option(fc.string({ unit: 'binary', maxLength: 300 }))])));
    fc.assert(
      fc.property(wild, (fields) => {
        const first = outlook(inOutlook(contactMap.toOutlook(all, { ...fields, birthday: null }, context)));
        const up = contactMap.toSalesforce(all, first, context);
        const stored = salesforce(inSalesforce(up));
        const again = contactMap.toSalesforce(all, { ...stored, surname: stored.surname ?? 'Doe' }, context);
        expect(salesforce(inSalesforce({ LastName: 'Doe', ...again }))).toEqual({ ...stored, surname: stored.surname ?? 'Doe' });
      }),
    );
  });

  it('writes only what changed', () => {
    const whole = outlook(inOutlook({ surname: 'Fort', jobTitle: 'Buyer', displayName: 'Fort of Contoso' }));
    expect(contactMap.toSalesforce(['title'], whole, context)).toEqual({ Title: 'Buyer' });
    expect(contactMap.toOutlook(['title'], whole, context)).toEqual({ jobTitle: 'Buyer', displayName: 'Fort of Contoso' });
    expect(contactMap.toOutlook([], whole, context)).toEqual({});
  });

  it('lets Outlook compose the display name anew when the name changes', () => {
    const whole = { ...outlook(inOutlook({ surname: 'Fort', displayName: 'Garth Fort' })), surname: 'Miller' };
    expect(contactMap.toOutlook(['surname'], whole, context)).toEqual({ surname: 'Miller' });
  });
});

describe('groups that Graph replaces as one', () => {
  const whole = outlook(
    inOutlook({
      emailAddresses: [
        { name: 'Garth', address: 'Garth@Old.Example' },
        { name: 'second@x.example', address: 'second@x.example' },
        { name: 'Third', address: 'third@x.example' },
      ],
      businessPhones: ['1', '2'],
      businessAddress: { street: 'Way 1', city: 'Redmond' },
    }),
  );

  it('keeps the other addresses and the name when the first address changes', () => {
    expect(contactMap.toOutlook(['email'], { ...whole, email: 'garth@new.example' }, context)).toEqual({
      emailAddresses: [
        { name: 'Garth', address: 'garth@new.example' },
        { name: 'second@x.example', address: 'second@x.example' },
        { name: 'Third', address: 'third@x.example' },
      ],
    });
  });

  it('does not keep a name that shows the old address', () => {
    const named = { ...whole, emailName: 'Garth (garth@old.example)', email: 'garth@new.example', email2: null, email3: null };
    expect(contactMap.toOutlook(['email'], named, context)).toEqual({
      emailAddresses: [{ name: 'garth@new.example', address: 'garth@new.example' }],
    });
  });

  it('writes the whole address and both numbers when one part changes', () => {
    const next = { ...whole, mailingCity: 'Berlin', businessPhone: '9' };
    expect(contactMap.toOutlook(['mailingCity', 'businessPhone'], next, context)).toEqual({
      businessAddress: { street: 'Way 1', city: 'Berlin', state: null, postalCode: null, countryOrRegion: null },
      businessPhones: ['9', '2'],
    });
  });
});

describe('a last name for Salesforce', () => {
  const cases: [string, Fields, Record<string, unknown>][] = [
    [
      'behind the given name',
      { givenName: 'Ludwig', displayName: 'Ludwig van Beethoven' },
      { LastName: 'van Beethoven', FirstName: 'Ludwig' },
    ],
    [
      'behind given and middle name',
      { givenName: 'Anna', middleName: 'Maria', displayName: 'Anna Maria Huber' },
      { LastName: 'Huber', FirstName: 'Anna' },
    ],
    ['the last word of the display name', { displayName: 'Garth Fort' }, { LastName: 'Fort', FirstName: 'Garth' }],
    ['before the comma', { displayName: 'Fort, Garth' }, { LastName: 'Fort', FirstName: 'Garth' }],
    ['the only word', { displayName: 'Cher' }, { LastName: 'Cher', FirstName: null }],
    ['the company', { displayName: 'Contoso Ltd', companyName: 'Contoso Ltd' }, { LastName: 'Contoso Ltd', FirstName: null }],
    [
      'the company before a lone given name',
      { givenName: 'Info', displayName: 'Info', companyName: 'Contoso' },
      { LastName: 'Contoso', FirstName: 'Info' },
    ],
    ['a lone given name, once', { givenName: 'Cher', displayName: 'Cher' }, { LastName: 'Cher', FirstName: null }],
    [
      'the e-mail address',
      { displayName: 'sales@contoso.example', email: 'sales@contoso.example' },
      { LastName: 'sales', FirstName: null },
    ],
  ];
  it.each(cases)('is %s', (_, known, expected) => {
    const whole = { ...outlook(inOutlook({})), ...known };
    expect(contactMap.toSalesforce(all, whole, context)).toMatchObject(expected);
    expect(contactMap.leftOut('salesforce', all, whole, context)).toEqual([]);
  });

  it('is missed, and said to be required, where there is nothing to take it from', () => {
    const whole = outlook(inOutlook({ businessPhones: ['+1 918 555 0101'] }));
    expect(contactMap.toSalesforce(all, whole, context)).not.toHaveProperty('LastName');
    expect(contactMap.leftOut('salesforce', all, whole, context)).toMatchObject([
      { field: 'surname', reason: 'field-required', required: true },
    ]);
  });

  it('is not written when another field changes, so that it never travels back', () => {
    expect(contactMap.toSalesforce(['title'], { title: 'Buyer', surname: null, displayName: 'Garth Fort' }, context)).toEqual({
      Title: 'Buyer',
    });
  });
});

describe('limits of Salesforce', () => {
  const whole = outlook(
    inOutlook({
      surname: 'D'.repeat(90),
      mobilePhone: '1'.repeat(41),
      personalNotes: 'n'.repeat(40_000),
      emailAddresses: [{ address: `${'e'.repeat(60)}@${'h'.repeat(30)}.example` }],
    }),
  );

  it('cuts texts with a mark and never a number or an address', () => {
    const body = contactMap.toSalesforce(all, whole, context);
    expect(body.LastName).toBe(`${'D'.repeat(79)}…`);
    expect(String(body.Description)).toHaveLength(32_000);
    expect(String(body.Description).endsWith(cutMark)).toBe(true);
    expect(body).not.toHaveProperty('MobilePhone');
    expect(body).not.toHaveProperty('Email');
    expect(contactMap.leftOut('salesforce', all, whole, context)).toMatchObject([
      { field: 'email', reason: 'field-too-long', required: false },
      { field: 'mobilePhone', reason: 'field-too-long', required: false },
    ]);
  });

  it('does not let a cut text replace the whole one in Outlook', () => {
    const notes = String(contactMap.toSalesforce(['notes'], whole, context).Description).replace('n', 'N');
    expect(contactMap.toOutlook(['notes'], { ...whole, notes }, context)).toEqual({});
    expect(contactMap.leftOut('outlook', ['notes'], { notes }, context)).toMatchObject([{ field: 'notes', reason: 'field-too-long' }]);
  });

  it('leaves out what is no address', () => {
    const exchange = outlook(inOutlook({ surname: 'Fort', emailAddresses: [{ name: 'Garth', address: '/o=ExchangeLabs/cn=garth' }] }));
    expect(contactMap.toSalesforce(['email', 'surname'], exchange, context)).toEqual({ LastName: 'Fort' });
    expect(contactMap.leftOut('salesforce', ['email'], exchange, context)).toMatchObject([{ field: 'email', reason: 'refused' }]);
  });
});

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
    expect(outlook(inOutlook({ birthday: raw })).birthday).toBe(expected);
  });

  it('goes to Exchange as 11:59 UTC, where no zone shifts the day', () => {
    expect(contactMap.toOutlook(['birthday'], { birthday: '1974-07-22' }, context)).toEqual({ birthday: '1974-07-22T11:59:00Z' });
  });
});

describe('nasty input', () => {
  it.each([
    ['null', null],
    ['a text', 'contact'],
    ['a list', []],
    ['no id', { displayName: 'x' }],
    ['a stub', { id: 'a', '@odata.etag': 'W/"1"' }],
    ['a number for a name', inOutlook({ surname: 7 })],
    ['an object for a number', inOutlook({ businessPhones: [{}] })],
    ['a birthday of words', inOutlook({ birthday: 'next week' })],
    ['a day that is none', inOutlook({ birthday: '1974-02-30T00:00:00Z' })],
  ])('%s is unreadable, not an exception', (_, raw) => {
    expect(contactMap.fromOutlook(raw, context)).toMatchObject({ ok: false, problem: { reason: 'unreadable' } });
  });

  it('names the property and keeps its value to itself', () => {
    const reading = contactMap.fromOutlook(inOutlook({ emailAddresses: [{ address: { secret: 'garth' } }] }), context);
    expect(reading).toMatchObject({ ok: false, problem: { field: 'emailAddresses.0.address' } });
    expect(JSON.stringify(reading)).not.toContain('garth');
  });

  it('reads names with control characters, emoji, right-to-left marks and halves of characters', () => {
    const fields = outlook(
      inOutlook({ givenName: ' A\u0000n\u0007a\r\nB ', surname: '👩‍👩‍👧‍👦 שלום\u200f', companyName: 'x\ud800y', jobTitle: '   ' }),
    );
    expect(fields).toMatchObject({ givenName: 'Ana B', surname: '👩‍👩‍👧‍👦 שלום\u200f', companyName: 'x\ufffdy', title: null });
  });

  it('cuts between characters, never inside one', () => {
    const family = '👩‍👩‍👧‍👦';
    const { LastName } = contactMap.toSalesforce(['surname'], { surname: `${'a'.repeat(76)}${family}${family}` }, context);
    expect(LastName).toBe(`${'a'.repeat(76)}…`);
  });

  it('drops empty and missing entries of lists', () => {
    const fields = outlook(
      inOutlook({ emailAddresses: [null, { name: 'no address' }, { address: ' b@x.example ' }], homePhones: [null, '', '5'] }),
    );
    expect(fields).toMatchObject({ email: 'b@x.example', email2: null, homePhone: '5', homePhone2: null });
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        contactMap.fromOutlook(raw, context);
        contactMap.fromSalesforce(raw, context);
      }),
    );
  });
});

describe('facts', () => {
  it('keys by every address, whatever its case', () => {
    const raw = inOutlook({
      emailAddresses: [{ address: 'A@x.example' }, { address: 'a@X.example' }, { address: 'b@x.example' }, { address: 'EX:/o=1' }],
    });
    const reading = contactMap.fromOutlook(raw, context);
    expect(reading.facts).toEqual({
      modifiedAt: '2026-11-22T09:00:00.000Z',
      keys: ['email:a@x.example', 'email:b@x.example'],
      categories: [],
      folder: 'f1',
    });
    expect(contactMap.fromSalesforce(inSalesforce({ Email: 'A@x.example' }), context).facts).toMatchObject({
      modifiedAt: '2026-11-22T09:00:00.000Z',
      keys: ['email:a@x.example'],
      ownerId: context.salesforceUserId,
    });
  });

  it('takes a field that Salesforce did not send for unknown, not for empty', () => {
    const { Department: _, Account: __, ...hidden } = inSalesforce({ AccountId: '001000000000001AAA' }) as Record<string, unknown>;
    expect(salesforce(hidden)).not.toHaveProperty('department');
    expect(salesforce(hidden)).not.toHaveProperty('companyName');
    expect(salesforce(inSalesforce({ Account: { Name: 'Contoso' } })).companyName).toBe('Contoso');
  });

  it('makes a key of 64 hexadecimal digits from tenant, mailbox and item', () => {
    const key = contactMap.key('AAMk1', { modifiedAt: null, keys: [] }, context);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(contactMap.key('AAMk1', { modifiedAt: null, keys: [] }, { ...context, mailboxId: 'm2' })).not.toBe(key);
  });
});
