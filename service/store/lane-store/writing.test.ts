import { beforeEach, describe, expect, test } from 'vitest';
import { type LaneBooks, laneBooks } from '../../../tests/setup/lane-books.ts';
import { at, intentOf, linkOf, seen } from '../../../tests/setup/lane-fixture.ts';

const books = laneBooks();
const { page, step, rows, linkedPair, sending } = books;
let store: LaneBooks['store'];
let lane: LaneBooks['lane'];
let outlook: LaneBooks['outlook'];
let database: LaneBooks['database'];
beforeEach(() => {
  ({ store, lane, outlook, database } = books.now());
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
    // The listing that shows it next finds it in its place, and writes nothing.
    const place = () => rows("SELECT ctid::text, collection_id FROM observation WHERE remote_id = '003'");
    const kept = await place();
    expect(kept).toMatchObject([{ collection_id: books.now().salesforce.id }]);
    expect(await page(books.now().salesforce, [stored])).toMatchObject({ unchanged: 1 });
    expect(await place()).toEqual(kept);
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
