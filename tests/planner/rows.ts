import { objectMaps } from '../../core/mapping/index.ts';
import { type Fields, type Link, type ObjectKind, type Observation, objectKinds, type Side } from '../../core/model/index.ts';
import { type PlanContext, planUnit, type SyncPolicy, type UnitPlan } from '../../core/sync/index.ts';
import { object as anyObject, policy as fixture } from '../../core/sync/plan/plan-fixture.ts';
import { type Situation, situations } from './situations.ts';

/**
 * How one side stands against the base: as agreed, edited (differently on each side), edited to the same on both, not to be read, proven
 * to be gone, or only said to be gone.
 */
export const states = ['absent', 'same', 'changed', 'changed alike', 'unreadable', 'removed', 'said to be removed'] as const;
export type State = (typeof states)[number];

/** What the books know: no base; a create that was tried; a base; a link that a person, a setting or a deletion ended. */
export const ties = ['never linked', 'create tried', 'linked', 'link ended'] as const;
export type Tie = (typeof ties)[number];

export interface Row {
  object: ObjectKind;
  situation: Situation;
  tie: Tie;
  outlook: State;
  salesforce: State;
  plan: UnitPlan;
  /** The same once more, to see that nothing but the input decides. */
  again: UnitPlan;
}

/** Every combination there is; nothing is drawn by chance. */
export function* rows(): Generator<Row> {
  for (const object of objectKinds)
    for (const situation of situations) if (situation.kinds?.includes(object) ?? true) yield* rowsOf(object, situation);
}

function* rowsOf(object: ObjectKind, situation: Situation): Generator<Row> {
  for (const tie of ties)
    for (const outlook of states)
      for (const salesforce of states) {
        if (outlook === 'absent' && salesforce === 'absent') continue;
        const plan = () => planRow(object, situation, tie, { outlook, salesforce });
        yield { object, situation, tie, outlook, salesforce, plan: plan(), again: plan() };
      }
}

/** A mail is read and copied once: no edit of it counts. */
export const keepsInStep = (object: ObjectKind): boolean => objectMaps[object].fields.some((rule) => rule.held === 'both');

/** The field whose edit the table plays. */
export function fieldOf(object: ObjectKind, situation: Situation): string {
  const { fields } = objectMaps[object];
  // A mail is read, not kept in step: there any field will do.
  const first = fields.find((rule) => rule.held === 'both' && rule.travels === 'both') ?? fields[0];
  const name = situation.field ?? first?.name;
  if (!name) throw new Error(`${object} has no field`);
  return name;
}

function planRow(object: ObjectKind, situation: Situation, tie: Tie, state: Record<Side, State>): UnitPlan {
  const base = Object.fromEntries(objectMaps[object].fields.map((rule) => [rule.name, 'base']));
  const field = fieldOf(object, situation);
  const side = (name: Side) => observe({ object, situation, side: name, state: state[name], base, field });
  return planUnit(
    { object, link: link(object, situation, tie, base), outlook: side('outlook'), salesforce: side('salesforce') },
    context(object, situation),
  );
}

const edits: Partial<Record<State, Record<Side, string>>> = {
  changed: { outlook: 'by Outlook', salesforce: 'by Salesforce' },
  'changed alike': { outlook: 'alike', salesforce: 'alike' },
};

function observe(of: {
  object: ObjectKind;
  situation: Situation;
  side: Side;
  state: State;
  base: Fields;
  field: string;
}): Observation | null {
  const { object, situation, side, state, base, field } = of;
  if (state === 'absent') return null;
  const removed = state === 'removed' || state === 'said to be removed';
  const unreadable = state === 'unreadable';
  const edit = edits[state]?.[side];
  const own = side === 'outlook' ? { isOrganizer: true, type: 'singleInstance' as const } : { ownerId: '005me' };
  const time = { modifiedAt: '2026-11-22T10:00:00.000Z', keys: [], start: '2026-11-25T09:00:00Z', end: '2026-11-25T10:00:00Z' };
  return {
    side,
    object,
    remoteId: side === 'outlook' ? 'o1' : 's1',
    version: edit ? 'v2' : 'v1',
    fields: removed || unreadable ? null : { ...base, ...(edit === undefined ? {} : { [field]: edit }) },
    facts: { ...time, ...own, ...situation[side] },
    removed,
    confirmed: state === 'removed',
    problem: unreadable ? { reason: 'unreadable', field, message: 'as sent' } : null,
  };
}

function link(object: ObjectKind, situation: Situation, tie: Tie, base: Fields): Link | null {
  if (tie === 'never linked') return null;
  const ids = { id: 'l1', object, outlookId: 'o1', key: 'k1', madeByUs: 'salesforce' as const, writes: situation.writes ?? [] };
  if (tie === 'create tried') {
    const open = { salesforceId: null, baseOutlook: null, baseSalesforce: null, outlookVersion: 'v1', salesforceVersion: null };
    return { ...ids, ...open, state: 'pending' };
  }
  const agreed = { salesforceId: 's1', baseOutlook: base, baseSalesforce: base, outlookVersion: 'v1', salesforceVersion: 'v1' };
  return { ...ids, ...agreed, state: tie === 'linked' ? 'linked' : 'ended' };
}

function context(object: ObjectKind, situation: Situation): PlanContext {
  // Mails go up only (service/lanes/policy-of.ts).
  const upOnly = { down: false, deletes: { up: situation.policy?.deletes?.up ?? true, down: false } };
  const own = { ...anyObject, ...situation.policy, ...(keepsInStep(object) ? {} : upOnly) };
  const policy: SyncPolicy = {
    ...fixture,
    objects: { ...(Object.fromEntries(objectKinds.map((kind) => [kind, anyObject])) as SyncPolicy['objects']), [object]: own },
    taskList: null,
    mail: { ...fixture.mail, from: null, folder: null, relateTo: 'none' },
  };
  let ids = 0;
  return {
    policy,
    now: '2026-11-22T12:00:00.000Z',
    id: () => `id${++ids}`,
    rules: (kind) => objectMaps[kind].fields,
    leftOut: () => [],
    key: (_kind, remoteId) => `key-${remoteId}`,
  };
}
