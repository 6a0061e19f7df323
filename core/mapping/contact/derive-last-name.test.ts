import { describe, expect, it } from 'vitest';
import type { Fields } from '../../model/index.ts';
import { contactOfGraph } from '../testing/contact-samples.ts';
import { mailbox } from '../testing/mailbox.ts';
import { contactMap } from './index.ts';

const all = contactMap.fields.map(({ name }) => name);

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
    const whole = { ...contactOfGraph({}), ...known };
    expect(contactMap.toSalesforce(all, whole, mailbox)).toMatchObject(expected);
    expect(contactMap.leftOut('salesforce', all, whole, mailbox)).toEqual([]);
  });

  it('is missed, and said to be required, where there is nothing to take it from', () => {
    const whole = contactOfGraph({ businessPhones: ['+1 918 555 0101'] });
    expect(contactMap.toSalesforce(all, whole, mailbox)).not.toHaveProperty('LastName');
    expect(contactMap.leftOut('salesforce', all, whole, mailbox)).toMatchObject([
      { field: 'surname', reason: 'field-required', required: true },
    ]);
  });

  it('is not written when another field changes, so that it never travels back', () => {
    expect(contactMap.toSalesforce(['title'], { title: 'Buyer', surname: null, displayName: 'Garth Fort' }, mailbox)).toEqual({
      Title: 'Buyer',
    });
  });
});
