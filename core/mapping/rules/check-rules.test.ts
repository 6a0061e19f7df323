import { expect, it } from 'vitest';
import type { MappingRule } from '../../model/index.ts';
import { contactMap } from '../contact/index.ts';
import { eventMap } from '../event/index.ts';
import { checkRules, type SalesforceField } from './check-rules.ts';

const field = (name: string, more: Partial<SalesforceField> = {}): SalesforceField => ({
  ...{ name, label: name, type: 'string', length: 80, createable: true, updateable: true, custom: true },
  ...more,
});
const org = [
  field('Nickname__c'),
  field('Short__c', { length: 10 }),
  field('Memo__c', { type: 'textarea', length: 32_768 }),
  field('Score__c', { type: 'double', length: 0 }),
  field('Vip__c', { type: 'boolean', length: 0 }),
  field('Phone2__c', { type: 'phone', length: 40 }),
  field('Formula__c', { createable: false, updateable: false }),
  field('Title', { custom: false }),
];
const pair = (outlook: string, salesforce: string, travels: 'both' | 'up' | 'down' = 'both'): MappingRule => ({
  ...{ kind: 'pair', outlook, salesforce, travels, max: 255, cut: true },
});
const troubles = (...rules: MappingRule[]) => {
  const checked = checkRules(contactMap, rules, org);
  return checked.ok ? [] : checked.troubles.map(({ at, what }) => `${at}: ${what}`);
};

it('fills in what the org says of the field', () => {
  expect(checkRules(contactMap, [pair('nickName', 'Nickname__c'), pair('businessPhone2', 'Phone2__c')], org)).toEqual({
    ok: true,
    rules: [
      { ...pair('nickName', 'Nickname__c'), max: 80, cut: true },
      { ...pair('businessPhone2', 'Phone2__c'), max: 40, cut: false },
    ],
  });
});

it.each<[string, MappingRule, string]>([
  ['a field that is not there', pair('nickName', 'Nick__c'), '0: Contact has no field "Nick__c" that this user sees'],
  ['a property that cannot be paired', pair('shoeSize', 'Nickname__c'), `0: Outlook's "shoeSize" is not among what can be paired`],
  ['a field of another type', pair('nickName', 'Score__c'), '0: Score__c is a field of type "double", which holds no text'],
  ['a field that nobody writes', pair('nickName', 'Formula__c'), '0: This user may not write Formula__c'],
  ['what only goes up', pair('categories', 'Nickname__c'), '0: "categories" can only travel up, to Salesforce'],
  ['a field that a standard pair has', pair('nickName', 'Title'), '0: Title is kept in step with something else already'],
  [
    'a target that is too short',
    { kind: 'target', field: 'title', salesforce: 'Short__c' },
    '0: Short__c holds 10 characters, "title" needs 128',
  ],
  ['the last name elsewhere', { kind: 'target', field: 'surname', salesforce: 'Memo__c' }, '0: "surname" always stands in its own field'],
  ['no last name', { kind: 'direction', field: 'surname', travels: 'none' }, '0: Without "surname" no record can be made or none is safe'],
  ['an account renamed', { kind: 'direction', field: 'companyName', travels: 'up' }, '0: "companyName" can only travel down'],
  ['a pair that is none', { kind: 'direction', field: 'email2', travels: 'up' }, '0: There is no pair "email2"'],
  ['a text for a number', { kind: 'constant', salesforce: 'Score__c', value: 'ten' }, '0: Score__c (double) does not take this string'],
  [
    'a constant nobody can set',
    { kind: 'constant', salesforce: 'Formula__c', value: 'x' },
    '0: Formula__c cannot be set when a record is made',
  ],
])('refuses %s', (_, rule, what) => {
  expect(troubles(rule)).toEqual([what]);
});

it('takes what is right: one way reads, constants of each type, a moved standard field', () => {
  const rules: MappingRule[] = [
    pair('nickName', 'Formula__c', 'down'),
    { kind: 'constant', salesforce: 'Vip__c', value: true },
    { kind: 'constant', salesforce: 'Score__c', value: 3 },
    { kind: 'target', field: 'notes', salesforce: 'Memo__c' },
    { kind: 'direction', field: 'department', travels: 'up' },
  ];
  expect(troubles(...rules)).toEqual([]);
});

it('lets a standard field go whose own pair moved away, and refuses two rules for one thing', () => {
  expect(troubles({ kind: 'target', field: 'title', salesforce: 'Memo__c' }, pair('nickName', 'Title'))).toEqual([]);
  expect(troubles(pair('nickName', 'Nickname__c'), pair('nickName', 'Memo__c'))).toEqual(['1: There is another rule for "nickName"']);
  expect(troubles(pair('nickName', 'Nickname__c'), pair('office', 'Nickname__c'))).toEqual([
    '1: Nickname__c is kept in step with something else already',
  ]);
});

it('knows the properties of each object', () => {
  expect(checkRules(eventMap, [pair('joinUrl', 'Memo__c', 'up')], org).ok).toBe(true);
  expect(checkRules(eventMap, [pair('nickName', 'Memo__c')], org).ok).toBe(false);
});
