import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Collection, Intent, Link, Observation } from '../../../core/model/index.ts';
import { type ClaimedLane, LaneLost, type LaneStore, type PlanStep } from '../../../core/sync/index.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/setup/index.ts';
import { at, claimedLane, ids, intentOf, linkOf, seen } from '../../../tests/setup/lane-fixture.ts';
import { inLane } from './in-lane.ts';
import { laneStore } from './lane-store.ts';

let database: FreshDatabase;
let store: LaneStore;
let lane: ClaimedLane;
let outlook: Collection;
let salesforce: Collection;
beforeAll(async () => {
  database = await freshDatabase();
  store = laneStore(database.store, ids);
});
afterAll(() => database.close());
beforeEach(async () => {
  lane = await claimedLane(database.store);
  const seeds = [
    { side: 'outlook' as const, object: 'contact' as const, remoteId: 'folder', name: 'Contacts', window: null },
    { side: 'salesforce' as const, object: 'contact' as const, remoteId: 'Contact', name: 'Contact', window: null },
  ];
  const all = await store.addCollections(lane, seeds);
  outlook = all.find((collection) => collection.side === 'outlook')!;
  salesforce = all.find((collection) => collection.side === 'salesforce')!;
});

const page = (
  collection: Collection,
  observations: readonly Observation[],
  given: { complete?: boolean; foreign?: boolean; cursor?: string } = {},
) =>
  store.savePage(lane, {
    collection,
    observations: observations.map((item) => ({ ...item, foreign: given.foreign ?? false })),
    cursor: given.cursor ?? 'next',
    complete: given.complete ?? false,
    at,
  });
const step = (given: Partial<PlanStep>): PlanStep => ({
  links: [],
  intents: [],
  decisions: [],
  issues: [],
  resolves: [],
  planned: [],
  forget: [],
  ...given,
});
const rows = <T extends object>(text: string, values: unknown[] = []) =>
  database.store.asCustomers([lane.customerId], ({ query }) => query<T>(text, values));

/** Two linked, planned items. */
async function linkedPair(name: string): Promise<Link> {
  const link = linkOf({
    outlookId: `o-${name}`,
    salesforceId: `s-${name}`,
    outlookVersion: `v-o-${name}`,
    salesforceVersion: `v-s-${name}`,
    baseOutlook: { givenName: 'Ada', surname: name },
    baseSalesforce: { givenName: 'Ada', surname: name },
    state: 'linked',
  });
  const items = [seen('outlook', `o-${name}`), seen('salesforce', `s-${name}`)];
  await page(outlook, [items[0]!]);
  await page(salesforce, [items[1]!]);
  await store.savePlan(lane, step({ links: [link], planned: items }), at);
  return link;
}

async function sending(link: Link, given: Partial<Intent>): Promise<Intent> {
  const intent = intentOf(link, given);
  await store.savePlan(lane, step({ intents: [intent] }), at);
  await store.release(lane);
  await store.take(lane, intent.side, 10, at);
  return intent;
}

describe('reading', () => {
  test('a page and its cursor are stored together, and a known version stays as it was', async () => {
    expect(await page(outlook, [seen('outlook', 'a'), seen('outlook', 'b')])).toEqual({ stored: 2, unchanged: 0, foreign: 0 });
    await store.savePlan(lane, step({ planned: [seen('outlook', 'a'), seen('outlook', 'b')] }), at);
    expect(await page(outlook, [seen('outlook', 'a'), seen('outlook', 'b', { version: 'newer' })], { cursor: 'after' })).toMatchObject({
      stored: 1,
      unchanged: 1,
    });
    expect((await store.unplanned(lane, 10)).map((unit) => unit.outlook?.remoteId)).toEqual(['b']);
    expect((await store.collections(lane)).find((collection) => collection.id === outlook.id)?.cursor).toBe('after');
  });

  test('an item that a page brings twice counts as it stands last', async () => {
    await page(outlook, [seen('outlook', 'a', { version: '1' }), seen('outlook', 'a', { version: '2' })]);
    expect(await store.observations(lane, 'contact', 'outlook', ['a'])).toMatchObject([{ version: '2' }]);
  });

  test('the echo of our last write is stored as planned', async () => {
    const link = await linkedPair('x');
    const intent = await sending(link, { operation: 'update', remoteId: 's-x', fields: { surname: 'Y' } });
    await store.saveReceipts(lane, [
      { intentId: intent.id, outcome: 'done', remoteId: 's-x', version: 'written', stored: null, otherEdits: false, at },
    ]);
    expect(await page(salesforce, [seen('salesforce', 's-x', { version: 'written' })])).toEqual({ stored: 0, unchanged: 1, foreign: 0 });
    expect(await store.unplanned(lane, 10)).toEqual([]);
  });

  test("somebody else's records are kept only where they are linked, and forgotten where they were ours", async () => {
    await linkedPair('x');
    await page(salesforce, [seen('salesforce', 'mine-before')]);
    const receipt = await page(
      salesforce,
      ['s-x', 'unknown', 'mine-before'].map((id) => seen('salesforce', id, { version: 'other' })),
      { foreign: true },
    );
    expect(receipt).toEqual({ stored: 1, unchanged: 0, foreign: 2 });
    expect(
      (await store.observations(lane, 'contact', 'salesforce', ['s-x', 'unknown', 'mine-before'])).map((item) => item.remoteId),
    ).toEqual(['s-x']);
  });

  test('a full listing sweeps only when it is complete, and what it did not show is a hint, not a deletion', async () => {
    await linkedPair('kept');
    await linkedPair('lost');
    await page(outlook, [], { complete: true });
    const again = await store.restartCollection(lane, outlook.id, null);
    expect(again).toMatchObject({ phase: 'baseline', cursor: null, generation: 2 });
    await page(again, [seen('outlook', 'o-kept')]);
    expect(await store.unconfirmed(lane, 10)).toEqual([]);
    await page(again, [], { complete: true });
    expect(await store.unconfirmed(lane, 10)).toMatchObject([{ remoteId: 'o-lost', removed: true, confirmed: false }]);
    expect((await store.collections(lane)).find((collection) => collection.id === outlook.id)).toMatchObject({
      phase: 'incremental',
      listedAt: at,
    });
    // Unproven removals do not come to the planner.
    expect(await store.unplanned(lane, 10)).toEqual([]);
    await store.saveLookups(lane, [seen('outlook', 'o-lost')], at);
    expect(await store.unconfirmed(lane, 10)).toEqual([]);
    // It came back with the version of the last agreement; its partner may have been edited and put aside meanwhile.
    expect(await store.unplanned(lane, 10)).toMatchObject([{ outlook: { remoteId: 'o-lost' }, salesforce: { remoteId: 's-lost' } }]);
  });

  test('an incremental page does not sweep', async () => {
    await page(outlook, [seen('outlook', 'a')], { complete: true });
    await page(outlook, [], { complete: true });
    expect(await store.unconfirmed(lane, 10)).toEqual([]);
  });

  test('a proven removal is planned with its partner; an unlinked one is forgotten with its issues', async () => {
    await linkedPair('x');
    await page(outlook, [seen('outlook', 'loose')]);
    await store.savePlan(
      lane,
      step({
        planned: [seen('outlook', 'loose')],
        issues: [{ object: 'contact', side: 'outlook', remoteId: 'loose', linkId: null, intentId: null, reason: 'unreadable', detail: {} }],
      }),
      at,
    );
    const gone = (id: string) => seen('outlook', id, { fields: null, removed: true });
    await page(outlook, [gone('o-x'), gone('loose')]);
    const hints = await store.unconfirmed(lane, 10);
    expect(hints.map((hint) => hint.remoteId)).toEqual(['o-x']);
    expect(await rows('SELECT state FROM issue')).toEqual([{ state: 'resolved' }]);
    await store.saveLookups(
      lane,
      hints.map((hint) => ({ ...hint, confirmed: true })),
      at,
    );
    const [unit] = await store.unplanned(lane, 10);
    expect(unit).toMatchObject({
      outlook: { remoteId: 'o-x', removed: true, confirmed: true },
      salesforce: { remoteId: 's-x' },
      link: { state: 'linked' },
    });
    // The same news again, by the overlap of the next read, is no news.
    await store.savePlan(lane, step({ planned: [gone('o-x')] }), at);
    expect(await page(outlook, [gone('o-x')])).toMatchObject({ stored: 0, unchanged: 1 });
  });
});

describe('planning', () => {
  test('both sides of one link come as one unit, also when both are due', async () => {
    await linkedPair('x');
    await page(outlook, [seen('outlook', 'o-x', { version: '2' })]);
    await page(salesforce, [seen('salesforce', 's-x', { version: '2' })]);
    const units = await store.unplanned(lane, 10);
    expect(units).toHaveLength(1);
    expect(units[0]).toMatchObject({ outlook: { version: '2' }, salesforce: { version: '2' }, link: { outlookId: 'o-x' } });
  });

  test('an item whose link ended comes with that link, so that it is not made again', async () => {
    const link = await linkedPair('x');
    await store.savePlan(lane, step({ links: [{ ...link, state: 'ended' }] }), at);
    await page(outlook, [seen('outlook', 'o-x', { version: '2' })]);
    expect(await store.unplanned(lane, 10)).toMatchObject([
      { link: { id: link.id, state: 'ended' }, outlook: { remoteId: 'o-x' }, salesforce: null },
    ]);
    expect(await store.linksOf(lane, 'contact', 'outlook', ['o-x'])).toEqual([]);
  });

  test('a new link may take the ids of one that ends in the same step', async () => {
    const old = await linkedPair('x');
    const next = linkOf({ outlookId: 'o-x', madeByUs: 'salesforce' });
    await store.savePlan(lane, step({ links: [next, { ...old, state: 'ended' }] }), at);
    expect(await store.linksOf(lane, 'contact', 'outlook', ['o-x'])).toMatchObject([{ id: next.id }]);
  });

  test('a new intent replaces what was held or failed for the same link and side; a parted pair drops what waits', async () => {
    const link = await linkedPair('x');
    const first = intentOf(link, { operation: 'delete', remoteId: 's-x' });
    await store.savePlan(lane, step({ intents: [first] }), at);
    const second = intentOf(link, { operation: 'update', remoteId: 's-x', fields: { surname: 'Z' } });
    await store.savePlan(lane, step({ intents: [second] }), at);
    const states = () => rows<{ id: string; state: string }>('SELECT id, state FROM intent ORDER BY id');
    expect(await states()).toEqual([
      { id: first.id, state: 'dropped' },
      { id: second.id, state: 'proposed' },
    ]);
    await store.savePlan(lane, step({ links: [{ ...link, state: 'ended' }] }), at);
    expect((await states())[1]).toEqual({ id: second.id, state: 'dropped' });
  });

  test('the newest decision of an item is kept; an open issue is refreshed, not opened twice, and resolved when decided anew', async () => {
    const item = seen('outlook', 'a');
    const decision = (reason: 'private' | 'out-of-scope') => ({
      side: item.side,
      object: item.object,
      remoteId: 'a',
      room: 'plan' as const,
      reason,
      action: 'skip' as const,
      inputs: {},
    });
    const issue = {
      object: item.object,
      side: item.side,
      remoteId: 'a',
      linkId: null,
      intentId: null,
      reason: 'unreadable' as const,
      detail: { field: 'email' },
    };
    await page(outlook, [item]);
    await store.savePlan(lane, step({ decisions: [decision('private')], issues: [issue] }), at);
    await store.savePlan(
      lane,
      step({ decisions: [decision('out-of-scope')], issues: [{ ...issue, detail: { field: 'phone' } }] }),
      '2026-01-05T09:00:00.000Z',
    );
    expect(await rows('SELECT reason FROM decision')).toEqual([{ reason: 'out-of-scope' }]);
    expect(await rows('SELECT state, detail, first_seen_at < last_seen_at AS again FROM issue')).toEqual([
      { state: 'open', detail: { field: 'phone' }, again: true },
    ]);
    await store.savePlan(lane, step({ resolves: [item] }), at);
    expect(await rows('SELECT state FROM issue')).toEqual([{ state: 'resolved' }]);
  });

  test('natural keys are those of unlinked, readable, present items', async () => {
    await linkedPair('x');
    await page(outlook, [
      seen('outlook', 'free'),
      seen('outlook', 'gone', { removed: true, confirmed: true }),
      seen('outlook', 'bad', { problem: { reason: 'unreadable', field: null, message: '' } }),
      seen('outlook', 'keyless', { facts: { modifiedAt: null, keys: [] } }),
    ]);
    expect(await store.unlinkedKeys(lane, 'contact', 'outlook')).toEqual([{ remoteId: 'free', keys: ['email:free@example.com'] }]);
  });
});

describe('the gate', () => {
  test('deletes are counted against the live links, held with one issue, and the rest is released', async () => {
    const [one, two] = [await linkedPair('1'), await linkedPair('2')];
    const remove = intentOf(one, { operation: 'delete', remoteId: 's-1' });
    const update = intentOf(two, { operation: 'update', remoteId: 's-2', fields: { surname: 'B' } });
    await store.savePlan(lane, step({ intents: [remove, update] }), at);
    const counts = await store.proposedDeletes(lane);
    expect(counts).toEqual([{ side: 'salesforce', object: 'contact', proposed: 1, links: 2 }]);
    const issue = {
      object: 'contact' as const,
      side: 'salesforce' as const,
      remoteId: null,
      linkId: null,
      intentId: null,
      reason: 'delete-brake' as const,
      detail: { deletes: 1 },
    };
    await store.holdDeletes(lane, [{ ...counts[0]!, issue }], at);
    expect(await store.release(lane)).toBe(1);
    expect((await store.take(lane, 'salesforce', 10, at)).map((intent) => intent.id)).toEqual([update.id]);
    expect(await rows('SELECT reason, state FROM issue')).toEqual([{ reason: 'delete-brake', state: 'open' }]);
  });

  test('what would mail people is held, each with an issue that names them', async () => {
    const link = await linkedPair('1');
    const invite = intentOf(link, {
      side: 'outlook',
      operation: 'update',
      remoteId: 'o-1',
      fields: { surname: 'B' },
      recipients: ['guest@example.com'],
    });
    await store.savePlan(lane, step({ intents: [invite] }), at);
    expect(await store.holdInvitations(lane, 'invitation-guard', at)).toEqual([
      { object: 'contact', side: 'outlook', operation: 'update' },
    ]);
    expect(await store.release(lane)).toBe(0);
    expect(await rows('SELECT intent_id, detail FROM issue')).toEqual([
      { intent_id: invite.id, detail: { operation: 'update', recipients: ['guest@example.com'] } },
    ]);
  });
});

describe('writing', () => {
  test('what a dead run left sending comes first and may have been sent; what was never sent goes back as it was', async () => {
    const [one, two] = [await linkedPair('1'), await linkedPair('2')];
    const left = await sending(one, { operation: 'update', remoteId: 's-1', fields: {} });
    const fresh = intentOf(two, { operation: 'update', remoteId: 's-2', fields: {} });
    await store.savePlan(lane, step({ intents: [fresh] }), at);
    await store.release(lane);
    expect(await store.take(lane, 'salesforce', 10, at)).toMatchObject([
      { id: left.id, maybeSent: true, link: { id: one.id } },
      { id: fresh.id, maybeSent: false },
    ]);
    await store.untake(lane, [fresh.id]);
    expect((await store.take(lane, 'salesforce', 10, at)).find((intent) => intent.id === fresh.id)).toMatchObject({
      maybeSent: false,
      attempts: 1,
    });
  });

  test('a create is booked: link, both bases, the stored item as planned, the journal', async () => {
    const item = seen('outlook', 'a');
    await page(outlook, [item]);
    const link = linkOf({ outlookId: 'a', outlookVersion: item.version, key: 'k', madeByUs: 'salesforce' });
    await store.savePlan(lane, step({ links: [link], planned: [item] }), at);
    const intent = await sending(link, { key: 'k', fields: { givenName: 'Ada ', surname: 'a' } });
    const stored = seen('salesforce', '003', { version: '1', fields: { givenName: 'Ada', surname: 'a', email: null } });
    await store.saveReceipts(lane, [
      { intentId: intent.id, outcome: 'done', remoteId: '003', version: '1', stored, otherEdits: false, at },
    ]);
    const [booked] = await store.linksOf(lane, 'contact', 'salesforce', ['003']);
    expect(booked).toMatchObject({
      id: link.id,
      state: 'linked',
      salesforceVersion: '1',
      baseOutlook: { givenName: 'Ada ', surname: 'a' },
      baseSalesforce: { givenName: 'Ada', surname: 'a', email: null },
      writes: [`${at} salesforce`],
    });
    expect(await store.unplanned(lane, 10)).toEqual([]);
    expect(await rows('SELECT operation, remote_id, before, after FROM journal')).toEqual([
      { operation: 'create', remote_id: '003', before: null, after: stored.fields },
    ]);
    expect(await store.take(lane, 'salesforce', 10, at)).toEqual([]);
  });

  test('an update agrees on the written fields only, and an item that others edited meanwhile is planned again', async () => {
    const link = await linkedPair('x');
    const intent = await sending(link, { operation: 'update', remoteId: 's-x', fields: { surname: 'new' }, before: { surname: 'x' } });
    const stored = seen('salesforce', 's-x', { version: '9', fields: { givenName: 'Grace', surname: 'new' } });
    await store.saveReceipts(lane, [{ intentId: intent.id, outcome: 'done', remoteId: 's-x', version: '9', stored, otherEdits: true, at }]);
    const [unit] = await store.unplanned(lane, 10);
    expect(unit?.link).toMatchObject({
      baseSalesforce: { givenName: 'Ada', surname: 'new' },
      baseOutlook: { givenName: 'Ada', surname: 'new' },
    });
    expect(unit?.salesforce?.fields).toEqual({ givenName: 'Grace', surname: 'new' });
  });

  test('a done delete ends the link and forgets both items', async () => {
    const link = await linkedPair('x');
    const intent = await sending(link, { operation: 'delete', remoteId: 's-x', before: { surname: 'x' } });
    await store.saveReceipts(lane, [
      { intentId: intent.id, outcome: 'done', remoteId: 's-x', version: '', stored: null, otherEdits: false, at },
    ]);
    expect(await rows('SELECT state FROM link')).toEqual([{ state: 'ended' }]);
    expect(await rows('SELECT 1 FROM observation')).toEqual([]);
    expect(await rows('SELECT operation, before, after FROM journal')).toEqual([
      { operation: 'delete', before: { surname: 'x' }, after: null },
    ]);
  });

  test('a refusal opens an issue, which is resolved when the same intent gets through later', async () => {
    const link = await linkedPair('x');
    const intent = await sending(link, { operation: 'update', remoteId: 's-x', fields: { surname: '' } });
    const error = {
      kind: 'refused' as const,
      code: 'REQUIRED_FIELD_MISSING',
      message: 'LastName',
      fields: ['LastName'],
      scope: 'item' as const,
    };
    const issue = {
      object: 'contact' as const,
      side: 'outlook' as const,
      remoteId: 'o-x',
      linkId: link.id,
      intentId: intent.id,
      reason: 'field-required' as const,
      detail: {},
    };
    await store.saveReceipts(lane, [{ intentId: intent.id, outcome: 'failed', error, issue, at }]);
    expect(await rows('SELECT state, error FROM intent')).toEqual([{ state: 'failed', error }]);
    expect(await rows('SELECT state FROM issue')).toEqual([{ state: 'open' }]);
    await database.store.asCustomers([lane.customerId], ({ execute }) => execute("UPDATE intent SET state = 'pending'"));
    await store.take(lane, 'salesforce', 10, at);
    await store.saveReceipts(lane, [
      { intentId: intent.id, outcome: 'done', remoteId: 's-x', version: '3', stored: null, otherEdits: false, at },
    ]);
    expect(await rows('SELECT state FROM issue')).toEqual([{ state: 'resolved' }]);
  });

  test('a conflict drops the intent and leaves what stands there, and its partner, to be planned', async () => {
    const link = await linkedPair('x');
    const intent = await sending(link, { operation: 'update', remoteId: 's-x', fields: { surname: 'new' } });
    const fresh = seen('salesforce', 's-x', { version: 'theirs' });
    await store.saveReceipts(lane, [{ intentId: intent.id, outcome: 'conflict', fresh, at }]);
    expect(await store.unplanned(lane, 10)).toMatchObject([{ salesforce: { version: 'theirs' }, outlook: { remoteId: 'o-x' } }]);
    expect(await rows('SELECT state FROM intent')).toEqual([{ state: 'dropped' }]);
  });

  test('an intent that must wait is not taken before its time', async () => {
    const link = await linkedPair('x');
    const intent = await sending(link, { operation: 'update', remoteId: 's-x', fields: {} });
    const error = { kind: 'retry-at' as const, at: '2026-01-05T08:10:00.000Z', scope: 'mailbox' as const, code: '429', message: '' };
    await store.saveReceipts(lane, [{ intentId: intent.id, outcome: 'later', error, at }]);
    expect(await store.take(lane, 'salesforce', 10, at)).toEqual([]);
    expect(await store.take(lane, 'salesforce', 10, '2026-01-05T08:10:00.000Z')).toMatchObject([{ id: intent.id, maybeSent: true }]);
  });
});

describe('the lane', () => {
  test('a worker that lost its lane commits nothing, whatever it tries', async () => {
    const link = await linkedPair('x');
    const late = { ...lane, epoch: 0 };
    const item = seen('outlook', 'late');
    const attempts = [
      () =>
        store.savePage(late, { collection: outlook, observations: [{ ...item, foreign: false }], cursor: 'stolen', complete: true, at }),
      () => store.addCollections(late, []),
      () => store.restartCollection(late, outlook.id, null),
      () => store.saveLookups(late, [item], at),
      () => store.savePlan(late, step({ links: [linkOf()], intents: [intentOf(link)] }), at),
      () => store.holdInvitations(late, 'invitation-guard', at),
      () => store.release(late),
      () => store.saveReceipts(late, [{ intentId: ids.next(), outcome: 'conflict', fresh: null, at }]),
      () => store.untake(late, []),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toBeInstanceOf(LaneLost);
    expect(await store.observations(lane, 'contact', 'outlook', ['late'])).toEqual([]);
    expect((await store.collections(lane)).find((collection) => collection.id === outlook.id)?.cursor).toBe('next');
  });

  test('a claim waits for a commit under way, and what comes after it is refused', async () => {
    const order: string[] = [];
    const door = Promise.withResolvers<void>();
    const inside = Promise.withResolvers<void>();
    const saving = inLane(database.store, lane, async () => {
      inside.resolve();
      await door.promise;
      order.push('commit');
    });
    await inside.promise;
    const claiming = database.store
      .asSystem(({ execute }) => execute('UPDATE lane SET epoch = epoch + 1 WHERE user_id = $1', [lane.userId]))
      .then(() => order.push('claim'));
    const waiting = () => database.store.people.execute('SELECT 1 FROM pg_locks WHERE NOT granted');
    while ((await waiting()).rows.length === 0);
    door.resolve();
    await Promise.all([saving, claiming]);
    expect(order).toEqual(['commit', 'claim']);
    await expect(store.savePlan(lane, step({ links: [linkOf()] }), at)).rejects.toBeInstanceOf(LaneLost);
    expect(await rows('SELECT 1 FROM link')).toEqual([]);
  });
});
