import type { Answers, FakeState } from './answer.ts';
import { idOf } from './demo-world.ts';

const field = (name: string, label: string, type = 'string', more: object = {}) => ({
  ...{ name, label, type, length: 80, custom: name.endsWith('__c'), writable: true },
  ...more,
});
const salesforceFields = [
  field('Title', 'Title'),
  field('Nickname__c', 'Nickname'),
  field('Formula__c', 'Score in words', 'string', { writable: false }),
  field('Score__c', 'Score', 'double'),
  field('Vip__c', 'Very important', 'boolean'),
];
const pair = { kind: 'pair', outlook: 'office', salesforce: 'Nickname__c', travels: 'both', max: 80, cut: true };

const savedRules = ({ asked }: FakeState, object: string): unknown[] => {
  const last = asked.findLast(({ method, path }) => method === 'PUT' && path.endsWith(`/mapping/${object}`));
  return (last?.body as { rules: unknown[] } | undefined)?.rules ?? (object === 'contact' ? [pair] : []);
};
const mapped = (state: FakeState, object: string, sobject: string) => ({
  ...{ object, sobject, salesforceFields, rules: savedRules(state, object) },
  standard: [
    { field: 'surname', travels: 'both', salesforce: null },
    { field: 'title', travels: 'both', salesforce: 'Title' },
    { field: 'companyName', travels: 'down', salesforce: null },
  ],
  extras: [
    { name: 'nickName', travels: 'both' },
    { name: 'office', travels: 'both' },
    { name: 'categories', travels: 'up' },
  ],
});

/** As the service: every rule for "Title" stands against the standard pair of it. */
const refusal = (rules: { salesforce?: string }[], where: string) => {
  const errors = rules.flatMap((rule, at) =>
    rule.salesforce === 'Title'
      ? [{ where: `${where}.${at}`, what: 'Title is kept in step with something else already', todo: 'Choose another field.' }]
      : [],
  );
  if (errors.length === 0) return undefined;
  return { status: 400, body: { code: 'invalid_input', status: 400, title: 'x', type: 'x', detail: 'These rules do not fit.', errors } };
};

const example = { title: 'Kim Lee', outlook: 'Berlin, 3rd floor', salesforce: 'Berlin' };
const outcome = {
  ...{
    since: '2026-10-27T12:00:00.000Z',
    users: 10,
    items: 412,
    complete: true,
    notCounted: [],
    starting: 0,
    ending: 0,
    changes: [],
    examples: [],
  },
  ...{ fields: [], pairs: 0 },
};
const ofMapping = {
  ...outcome,
  pairs: 48,
  fields: [{ object: 'contact', field: 'nickName', up: 31, down: 2, conflicts: 1, examples: [example] }],
};
const ofSettings = {
  ...outcome,
  ...{ complete: false, notCounted: ['window', 'mails'], starting: 3, ending: 57 },
  changes: [
    { object: 'event', side: 'outlook', before: null, after: 'outside-window', items: 57 },
    { object: 'email', side: 'outlook', before: 'not-triggered', after: null, items: 3 },
  ],
  examples: [
    { userId: idOf(1, 0), object: 'event', side: 'outlook', id: 'AAMk1', title: 'Renewal', before: null, after: 'outside-window' },
    { userId: idOf(1, 1), object: 'email', side: 'outlook', id: 'AAMk2', title: null, before: 'not-triggered', after: null },
  ],
};

/** Mapping of an organization and its rehearsal. */
export const mappingAnswers: Answers = [
  [
    /^GET \/api\/organizations\/([^/]+)\/mapping$/,
    (state, _ask, [id]) =>
      id === idOf(3, 2)
        ? { status: 409, body: { code: 'not_connected', status: 409, title: 'x', type: 'x', detail: 'Nobody is connected.' } }
        : {
            status: 200,
            body: {
              ...{ salesforceOrgId: '00D000000000001AAA', seenBy: idOf(1, 0) },
              objects: [
                mapped(state, 'contact', 'Contact'),
                mapped(state, 'event', 'Event'),
                mapped(state, 'task', 'Task'),
                { ...mapped(state, 'email', 'EmailMessage'), standard: [], extras: [] },
              ],
            },
          },
  ],
  [
    /^PUT \/api\/organizations\/[^/]+\/mapping\/(contact|event|task|email)$/,
    (state, { body }, [object = '']) => {
      const refused = refusal(body.rules as { salesforce?: string }[], 'body.rules');
      if (refused !== undefined) state.asked.pop();
      return refused ?? { status: 200, body: mapped(state, object, 'Contact') };
    },
  ],
  [
    /^POST \/api\/organizations\/[^/]+\/rehearsal$/,
    (_state, { body }) => {
      const mapping = body.mapping as { rules: { salesforce?: string }[] } | undefined;
      const { category } = (body.settings ?? {}) as { category?: string };
      if (category === '') {
        const errors = [{ where: 'body.settings.category', what: 'Too small', todo: 'Send at least 1.' }];
        return { status: 400, body: { code: 'invalid_input', status: 400, title: 'x', type: 'x', detail: 'Not these.', errors } };
      }
      if (mapping === undefined) return { status: 200, body: ofSettings };
      return refusal(mapping.rules, 'body.mapping.rules') ?? { status: 200, body: ofMapping };
    },
  ],
];
