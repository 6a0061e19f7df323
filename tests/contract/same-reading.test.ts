import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { type MapContext, objectMaps, type Reading } from '../../core/mapping/index.ts';
import type { Fields, ObjectKind, Side } from '../../core/model/index.ts';
import type { Provider, RawItem, WriteAnswer } from '../../core/sync/index.ts';
import { collection } from '../setup/adapters/collection.ts';
import { ann, graphWorld, readAll, write, writeAll } from '../setup/adapters/graph-world.ts';
import { salesforceWorld, sobjects } from '../setup/adapters/salesforce-world.ts';

/**
 * An item must read the same however it was come by: from a listing, a look-up, a match, or the answer to its own write. Where one of
 * them differed in a field or a version, every write would come back as somebody else's edit.
 */
const contact: Fields = {
  givenName: ' Ada ',
  surname: 'Lovelace',
  title: 'Countess',
  department: 'Engines',
  email: 'Ada@Engines.example',
  businessPhone: '+44 1',
  mobilePhone: '+44 2',
  notes: 'First line\nsecond line   ',
};
const event: Fields = {
  subject: 'Review ',
  location: 'Room 1',
  description: 'Agenda:\n- engines\n- notes',
  when: '2026-11-24T09:00:00Z/2026-11-24T10:30:00Z',
  showAs: 'busy',
  isPrivate: false,
  reminderMinutes: 15,
};
const wholeDays: Fields = { ...event, subject: 'Fair', when: '2026-11-24/2026-11-26' };

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

const context = (salesforceUserId: string): MapContext => ({
  tenantId: 'tenant',
  mailboxId: ann.id,
  addresses: [ann.address],
  salesforceUserId,
  zone: 'Europe/Berlin',
  hash: (text) => createHash('sha256').update(text).digest('hex'),
});

async function open(side: Side): Promise<{ provider: Provider; user: string }> {
  if (side === 'outlook') {
    const world = await graphWorld();
    close = world.close;
    return { provider: world.open(), user: '005000000000001AAA' };
  }
  const world = await salesforceWorld();
  close = world.close;
  return { provider: world.open(), user: world.ada };
}

describe.each(['outlook', 'salesforce'] as const)('on %s', (side) => {
  it.each([
    ['contact', contact],
    ['event', event],
    ['event', wholeDays],
  ] as [ObjectKind, Fields][])('a %s reads the same from its write, a look-up, a listing and a match', async (object, fields) => {
    const { provider, user } = await open(side);
    const map = objectMaps[object];
    const names = Object.keys(fields);
    const about = context(user);
    const read = (raw: unknown): Reading => (side === 'outlook' ? map.fromOutlook(raw, about) : map.fromSalesforce(raw, about));
    const body = side === 'outlook' ? map.toOutlook(names, fields, about) : map.toSalesforce(names, fields, about);
    const key = 'f'.repeat(64);
    const made = done(await writeAll(provider, [write({ object, operation: 'create', key, body })]));
    const listed = (await readAll(provider, [side === 'outlook' ? await collectionOf(provider, object) : sobjects(object)]))
      .flatMap((page) => page.items)
      .find((item) => item.remoteId === made.remoteId);
    const [lookup] = await provider.get([{ object, remoteId: made.remoteId }]);
    const matched = await provider.match({ object, by: side === 'outlook' ? 'stamp' : 'key', values: [key] });
    const first = read(made.raw);
    expect(first.ok && first.fields).toMatchObject({ ...(object === 'contact' ? { surname: 'Lovelace' } : { when: fields.when }) });
    for (const item of [listed, lookup?.item, matched[0]] as RawItem[]) {
      expect(read(item.raw)).toEqual(first);
      expect(item.version).toBe(made.version);
    }
    const patch = side === 'outlook' ? map.toOutlook(names, fields, about) : map.toSalesforce(names, fields, about);
    const again = done(
      await writeAll(provider, [
        write({ object, operation: 'update', remoteId: made.remoteId, expectedVersion: made.version, body: patch }),
      ]),
    );
    const second = read(again.raw);
    expect(second.ok && second.fields).toEqual(first.ok && first.fields);
  });
});

async function collectionOf(provider: Provider, object: ObjectKind) {
  const [seed] = await provider.discover([object]);
  return collection(object, seed?.remoteId ?? '');
}

function done(answers: readonly WriteAnswer[]): Extract<WriteAnswer, { done: true }> {
  const [answer] = answers;
  if (!answer?.done) throw new Error(`not written: ${JSON.stringify(answer)}`);
  return answer;
}
