import { expect, test } from 'vitest';
import type { MappedObject } from './rule.ts';
import { ruleChoices } from './rule-choices.ts';
import { emptyDraft, toDraft, toRule } from './rule-draft.ts';

const field = (name: string, type: string, writable = true) => ({ name, label: `The ${name}`, type, length: 80, custom: true, writable });
const object: MappedObject = {
  object: 'contact',
  sobject: 'Contact',
  standard: [
    { field: 'surname', travels: 'both', salesforce: null },
    { field: 'title', travels: 'both', salesforce: 'Title' },
  ],
  extras: [
    { name: 'nickName', travels: 'both' },
    { name: 'categories', travels: 'up' },
  ],
  salesforceFields: [
    field('Nick__c', 'string'),
    field('Formula__c', 'string', false),
    field('Score__c', 'double'),
    field('Vip__c', 'boolean'),
  ],
  rules: [],
};
const names = (more: Partial<typeof emptyDraft>) => {
  const { outlook, travels, salesforce } = ruleChoices({ ...emptyDraft, ...more }, object);
  return [outlook, travels, salesforce.map(({ name }) => name)];
};

test.each<[Partial<typeof emptyDraft>, unknown]>([
  [{ kind: 'pair', outlook: 'nickName' }, [['nickName', 'categories'], ['both', 'up', 'down'], ['Nick__c']]],
  [{ kind: 'pair', outlook: 'categories' }, [['nickName', 'categories'], ['up'], ['Nick__c']]],
  [
    { kind: 'pair', outlook: 'nickName', travels: 'down' },
    [
      ['nickName', 'categories'],
      ['both', 'up', 'down'],
      ['Nick__c', 'Formula__c'],
    ],
  ],
  [{ kind: 'direction' }, [['surname', 'title'], ['both', 'up', 'down', 'none'], []]],
  [{ kind: 'target' }, [['title'], [], ['Nick__c']]],
  [{ kind: 'constant' }, [[], [], ['Nick__c', 'Score__c', 'Vip__c']]],
  [{ kind: 'target', salesforce: 'Gone__c' }, [['title'], [], ['Gone__c', 'Nick__c']]],
])('%j offers %j', (draft, offered) => {
  expect(names(draft)).toEqual(offered);
});

test.each([
  { kind: 'pair', outlook: 'nickName', salesforce: 'Nick__c', travels: 'up' },
  { kind: 'direction', field: 'title', travels: 'none' },
  { kind: 'target', field: 'title', salesforce: 'Nick__c' },
  { kind: 'constant', salesforce: 'Nick__c', value: '12' },
  { kind: 'constant', salesforce: 'Score__c', value: 12.5 },
  { kind: 'constant', salesforce: 'Vip__c', value: false },
] as const)('%j comes out of the form as it went in', (rule) => {
  expect(toRule(toDraft(rule), object)).toEqual(rule);
});
