import type { FieldRule } from '../../mapping/index.ts';
import type { Facts, Fields, Link, Observation, Side } from '../../model/index.ts';
import type { ObjectPolicy, SyncPolicy } from '../policy.ts';
import type { PlanUnit } from '../ports/lane-store.ts';
import type { PlanContext, UnitPlan } from './plan-context.ts';

export const rules: FieldRule[] = [
  { name: 'subject', held: 'both', travels: 'both' },
  { name: 'description', held: 'both', travels: 'both' },
  { name: 'companyName', held: 'both', travels: 'down' },
  { name: 'secondPhone', held: 'outlook', travels: 'up' },
];
export const object: ObjectPolicy = {
  up: true,
  down: true,
  trigger: 'everything',
  deletes: { up: true, down: true },
  conflict: 'newer',
  fieldConflicts: {},
};
export const policy: SyncPolicy = {
  objects: { contact: object, event: object, task: object, email: object },
  window: { start: '2026-11-01T00:00:00Z', end: '2027-01-31T00:00:00Z' },
  eventsFrom: null,
  salesforceUserId: '005me',
  addresses: ['me@example.com'],
  colleagues: new Set(['me@example.com', 'kim@example.com']),
  invitations: 'ask',
  category: 'Salesforce',
  contactFolder: null,
  taskList: 'Salesforce Tasks',
  closedTasksFrom: '2026-11-08',
  mail: {
    from: '2026-11-01T00:00:00.000Z',
    folder: 'Salesforce Emails',
    autoSave: false,
    internal: new Set(['example.com']),
    excluded: { addresses: new Set(), domains: new Set(), by: 'user' },
    relateTo: 'account',
    files: { on: true, maxBytes: 10_000_000, inline: false },
  },
};
let ids = 0;
export const context = (part: Partial<SyncPolicy> = {}): PlanContext => ({
  policy: { ...policy, ...part },
  now: '2026-11-22T12:00:00.000Z',
  id: () => `id${++ids}`,
  rules: () => rules,
  leftOut: (_object, side, changed, whole) =>
    changed.includes('subject') && whole.subject === 'impossible'
      ? [{ field: 'subject', reason: 'field-too-long', message: `too long for ${side}`, required: true }]
      : [],
  key: (_object, remoteId) => `key-${remoteId}`,
});
export const withObject = (part: Partial<ObjectPolicy>) =>
  context({
    objects: {
      contact: { ...object, ...part },
      event: { ...object, ...part },
      task: { ...object, ...part },
      email: { ...object, ...part },
    },
  });

export const base: Fields = { subject: 'a', description: 'd', companyName: 'Acme', secondPhone: null };
export const facts = (side: Side, part: Partial<Facts> = {}): Facts => ({
  modifiedAt: '2026-11-22T10:00:00.000Z',
  keys: [],
  start: '2026-11-25T09:00:00Z',
  end: '2026-11-25T10:00:00Z',
  ...(side === 'outlook' ? { isOrganizer: true, type: 'singleInstance' as const } : { ownerId: '005me' }),
  ...part,
});
export function seen(side: Side, fields: Fields | null, part: Partial<Observation> = {}): Observation {
  const removed = fields === null;
  const remoteId = side === 'outlook' ? 'o1' : 's1';
  return {
    side,
    object: 'event',
    remoteId,
    version: 'v2',
    fields,
    facts: facts(side),
    removed,
    confirmed: removed,
    problem: null,
    ...part,
  };
}
export const link: Link = {
  id: 'l1',
  object: 'event',
  outlookId: 'o1',
  salesforceId: 's1',
  key: 'k1',
  baseOutlook: base,
  baseSalesforce: base,
  outlookVersion: 'v1',
  salesforceVersion: 'v1',
  state: 'linked',
  madeByUs: 'salesforce',
  writes: [],
};
export const unit = (part: Partial<PlanUnit>): PlanUnit => ({ object: 'event', link: null, outlook: null, salesforce: null, ...part });
export const brief = (plan: UnitPlan) =>
  plan.intents.map((intent) => `${intent.operation} ${intent.side} ${Object.keys(intent.fields ?? {}).join('+')}`.trim());
export const reasonsOf = (plan: UnitPlan) => plan.decisions.map((decision) => decision.reason);
