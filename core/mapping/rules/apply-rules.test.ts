import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields, MappingRule } from '../../model/index.ts';
import { contactMap } from '../contact/index.ts';
import { eventMap } from '../event/index.ts';
import type { ObjectMap } from '../object-map.ts';
import { graphContact, salesforceContact } from '../testing/contact-samples.ts';
import { graphEvent, salesforceEvent } from '../testing/event-samples.ts';
import { holdableContact } from '../testing/holdable-contact.ts';
import { mailbox } from '../testing/mailbox.ts';
import { cleanLine } from '../words/clean-text.ts';
import { applyRules } from './apply-rules.ts';

type Json = Record<string, unknown>;
const pair = (outlook: string, salesforce: string, more: Partial<Extract<MappingRule, { kind: 'pair' }>> = {}): MappingRule => ({
  ...{ kind: 'pair', outlook, salesforce, travels: 'both', max: 40, cut: true },
  ...more,
});
const fieldsOf = (map: ObjectMap, side: 'outlook' | 'salesforce', raw: Json): Fields => {
  const reading = side === 'outlook' ? map.fromOutlook(raw, mailbox) : map.fromSalesforce(raw, mailbox);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading.fields;
};
const names = (map: ObjectMap) => map.fields.map(({ name }) => name);

describe('an extra pair', () => {
  const map = applyRules(contactMap, [pair('nickName', 'Nickname__c'), pair('email2', 'Second_Email__c', { cut: false })]);

  it('is asked for on both sides', () => {
    expect(map.outlookSelect).toContain('nickName');
    expect(map.salesforceFields).toEqual(expect.arrayContaining(['Nickname__c', 'Second_Email__c']));
  });

  it('is the same there and back, beside everything else', () => {
    const words = fc.option(
      fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => cleanLine(text)),
      { nil: null },
    );
    fc.assert(
      fc.property(holdableContact, words, (fields, nickName) => {
        // Exchange keeps no empty first place: without a first address the second one would move up.
        const whole = { ...fields, email: 'first@example.com', nickName, email2: 'second@example.com' };
        const up = map.toSalesforce(Object.keys(whole), whole, mailbox);
        const back = fieldsOf(map, 'salesforce', salesforceContact(up));
        expect(back).toMatchObject({ nickName, email2: 'second@example.com' });
        const down = map.toOutlook(Object.keys(whole), whole, mailbox);
        expect(fieldsOf(map, 'outlook', graphContact(down))).toMatchObject({ nickName, email2: 'second@example.com' });
      }),
    );
  });

  it('is unknown where this user does not see the field', () => {
    expect(fieldsOf(map, 'salesforce', salesforceContact({}))).not.toHaveProperty('nickName');
    expect(fieldsOf(map, 'salesforce', salesforceContact({ Nickname__c: null }))).toHaveProperty('nickName', null);
  });

  it('shortens a text and never an address', () => {
    const whole = { nickName: 'n'.repeat(50), email2: `${'e'.repeat(50)}@example.com` };
    expect(map.toSalesforce(['nickName', 'email2'], whole, mailbox)).toEqual({ Nickname__c: `${'n'.repeat(39)}…` });
    expect(map.leftOut('salesforce', ['nickName', 'email2'], whole, mailbox)).toMatchObject([
      { field: 'email2', reason: 'field-too-long', required: false },
    ]);
  });

  it('that Outlook alone decides never goes down', () => {
    const upward = applyRules(contactMap, [pair('categories', 'Tags__c', { travels: 'up' })]);
    expect(fieldsOf(upward, 'outlook', graphContact({ categories: ['b', 'a'] })).categories).toBe('a; b');
    expect(upward.toOutlook(['categories', 'title'], { categories: 'x', title: 'y' }, mailbox)).toEqual({ jobTitle: 'y' });
  });
});

describe('private appointments', () => {
  const map = applyRules(eventMap, [pair('importance', 'Importance__c'), pair('attendees', 'Guests__c', { travels: 'up' })]);
  const guests = [{ emailAddress: { name: 'Ada', address: 'ada@example.com' } }];

  it('say nothing of an extra field to Salesforce', () => {
    const fields = fieldsOf(map, 'outlook', graphEvent({ sensitivity: 'private', importance: 'high', attendees: guests }));
    expect(fields).toMatchObject({ isPrivate: true, importance: null, attendees: null });
    expect(fieldsOf(map, 'outlook', graphEvent({ importance: 'high', attendees: guests }))).toMatchObject({
      importance: 'high',
      attendees: 'Ada',
    });
  });

  it('are not written over by what Salesforce does not know', () => {
    expect(map.toOutlook(['importance', 'showAs'], { importance: 'low', showAs: 'busy', isPrivate: true }, mailbox)).toEqual({
      showAs: 'busy',
    });
    expect(map.leftOut('outlook', ['importance'], { importance: 'low', isPrivate: true }, mailbox)).toMatchObject([{ reason: 'private' }]);
  });
});

describe('a standard pair', () => {
  it('is kept in another field of Salesforce', () => {
    const map = applyRules(eventMap, [{ kind: 'target', field: 'description', salesforce: 'Notes__c' }]);
    expect(map.toSalesforce(['description', 'subject'], { description: 'd', subject: 's' }, mailbox)).toEqual({
      Notes__c: 'd',
      Subject: 's',
    });
    expect(fieldsOf(map, 'salesforce', salesforceEvent({ Notes__c: 'd', Description: 'of others' })).description).toBe('d');
    expect(map.salesforceFields).not.toContain('Description');
  });

  it('travels one way, also when the item is made', () => {
    const map = applyRules(contactMap, [
      { kind: 'direction', field: 'title', travels: 'down' },
      { kind: 'direction', field: 'notes', travels: 'none' },
    ]);
    const whole = { surname: 'Fort', title: 'Buyer', notes: 'n' };
    expect(map.toSalesforce(names(map), whole, mailbox)).toEqual({ LastName: 'Fort' });
    expect(map.toOutlook(names(map), whole, mailbox)).toEqual({ surname: 'Fort', jobTitle: 'Buyer' });
    expect(map.fields.find(({ name }) => name === 'notes')?.held).toBe('outlook');
  });
});

describe('a constant', () => {
  const map = applyRules(contactMap, [{ kind: 'constant', salesforce: 'LeadSource', value: 'Outlook' }]);

  it('stands in every record that Lockstep makes, and is not written again', () => {
    const whole = fieldsOf(map, 'outlook', graphContact({ surname: 'Fort' }));
    expect(map.toSalesforce(Object.keys(whole), whole, mailbox)).toMatchObject({ LastName: 'Fort', LeadSource: 'Outlook' });
    expect(map.toSalesforce(['title'], whole, mailbox)).toEqual({ Title: null });
  });
});

it('no rules: the standard map itself; rules that this version does not know are passed over', () => {
  expect(applyRules(contactMap, [])).toBe(contactMap);
  const unknown = applyRules(contactMap, [pair('shoeSize', 'Shoe__c'), { kind: 'target', field: 'surname', salesforce: 'X__c' }]);
  expect(names(unknown)).toEqual(names(contactMap));
  expect(unknown.salesforceFields).toEqual(contactMap.salesforceFields);
});
