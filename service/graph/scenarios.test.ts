import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collection } from '../../tests/setup/adapters/collection.ts';
import { ann, bob, type GraphWorld, graphWorld, readAll, write, writeAll } from '../../tests/setup/adapters/graph-world.ts';

let world: GraphWorld;
beforeEach(async () => {
  world = await graphWorld();
});
afterEach(() => world.close());

const creates = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) =>
    write({ object: 'contact', operation: 'create', key: `key-${from + i}`, body: { givenName: `Person ${from + i}` } }),
  );
const event = (subject: string) => ({
  subject,
  start: { dateTime: '2026-11-24T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-24T10:00:00.0000000', timeZone: 'UTC' },
});

describe('03 mutable-id', () => {
  it('asks for immutable ids on every request, in every $batch item and on next links', async () => {
    const seen: string[] = [];
    world.settings.fetch = (url, init) => {
      seen.push(new Headers(init?.headers).get('prefer') ?? '');
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
      for (const item of body.requests ?? []) seen.push(item.headers.Prefer ?? '');
      return fetch(url, init);
    };
    for (let i = 0; i < 1500; i += 1) world.mailbox().addContact({ givenName: `Person ${i}` });
    const provider = world.open();
    await readAll(provider, [collection('contact', 'contacts'), collection('event', 'calendar')]);
    await writeAll(provider, creates(25));
    await writeAll(provider, [{ ...creates(1)[0]!, maybeSent: true }]);
    await provider.match({ object: 'contact', by: 'stamp', values: ['key-1', 'key-2'] });
    expect(seen.length).toBeGreaterThan(30);
    expect(seen.filter((prefer) => !prefer.includes('IdType="ImmutableId"'))).toEqual([]);
  });

  it('finds an item by the id it was read with after it moved to another folder', async () => {
    const person = world.mailbox();
    person.addContact({ givenName: 'Ada' });
    const provider = world.open();
    const [page] = await readAll(provider, [collection('contact', 'contacts')]);
    const remoteId = page!.items[0]!.remoteId;
    const folder = person.addContactFolder('Elsewhere');
    person.moveContact(person.contacts()[0]!.id, folder.id);
    expect(await provider.get([{ object: 'contact', remoteId }])).toMatchObject([{ item: { remoteId, removed: false }, error: null }]);
  });
});

describe('14 lost-answer', () => {
  it.each(['contact', 'event'] as const)('makes one %s where the answer to a create was lost and it is sent again', async (object) => {
    const body = object === 'contact' ? { givenName: 'Ada' } : event('Review');
    world.desk.faults.set([{ at: `graph.${object}s.create`, nth: 1, do: 'lost-answer' }]);
    const first = write({ object, operation: 'create', key: 'key-1', body });
    const provider = world.open();
    expect(await writeAll(provider, [first])).toMatchObject([{ done: false, error: { kind: 'retry-at', code: 'answer-lost' } }]);
    expect(await writeAll(provider, [{ ...first, maybeSent: true }])).toMatchObject([{ intentId: first.intentId, done: true }]);
    expect(object === 'contact' ? world.mailbox().contacts() : world.mailbox().events()).toHaveLength(1);
  });

  it('makes every item once where the answer to a whole $batch was lost', async () => {
    world.desk.faults.set([{ at: 'graph.batch', nth: 1, do: 'lost-answer' }]);
    const writes = creates(20);
    const provider = world.open();
    const lost = await writeAll(provider, writes);
    expect(lost.map((answer) => !answer.done && answer.error.code)).toEqual(Array.from({ length: 20 }, () => 'answer-lost'));
    const sent = await writeAll(
      provider,
      writes.map((one) => ({ ...one, maybeSent: true })),
    );
    expect(sent.filter((answer) => answer.done)).toHaveLength(20);
    expect(world.mailbox().contacts()).toHaveLength(20);
  });

  it('sends no more of 500 writes where nobody answers, or the sign-in is refused', async () => {
    const sent = { count: 0 };
    const silent: typeof fetch = () => {
      sent.count += 1;
      return Promise.reject(new TypeError('fetch failed'));
    };
    world.settings.fetch = silent;
    const answers = await writeAll(world.open(), creates(500));
    expect(answers).toHaveLength(500);
    expect(answers.every((answer) => !answer.done && answer.error.code === 'answer-lost')).toBe(true);
    expect(sent.count).toBe(3);
    world.settings.fetch = fetch;
    const provider = world.open({ accessToken: async () => 'nonsense' });
    const refused = await writeAll(provider, creates(500));
    expect(refused.filter((answer) => !answer.done && answer.error.kind === 'sign-in')).toHaveLength(500);
    expect(provider.requests.http).toBe(2);
  });

  it('does not repeat by itself a create of a contact that may have worked', async () => {
    world.desk.faults.set([{ at: 'graph.contacts.create', nth: 1, do: '504' }]);
    expect(await writeAll(world.open(), creates(1))).toMatchObject([{ done: false, error: { kind: 'retry-at', code: 'answer-lost' } }]);
  });
});

describe('15 mailbox-concurrency', () => {
  it('keeps at most three requests of a mailbox in flight, whoever sends them, and lets other mailboxes go on', async () => {
    const flight = watchFlight(world);
    const providers = [world.open(), world.open(), world.open({ mailbox: ann.address.toUpperCase() })];
    const reads = providers.flatMap((provider) => [
      readAll(provider, [collection('contact', 'contacts')]),
      readAll(provider, [collection('event', 'calendar')]),
      writeAll(provider, creates(5)),
    ]);
    await Promise.all([...reads, readAll(world.open({ mailbox: bob.address }), [collection('contact', 'contacts')])]);
    expect(flight.most).toBeLessThanOrEqual(3);
    expect(world.desk.faults.counters['graph.contacts.create']).toBe(15);
  });

  it.each([
    ['429', undefined],
    ['429-decimal', 0.249],
    ['429-date', 2],
    ['503-retry-after', 1],
    ['503', undefined],
  ] as const)('waits as long as %s says, sends nothing earlier, and succeeds', async (kind, seconds) => {
    const times: number[] = [];
    world.settings.fetch = (url, init) => {
      times.push(world.desk.clock.now());
      return fetch(url, init);
    };
    world.desk.faults.set([{ at: 'graph.contacts.delta', nth: 1, do: kind, ...(seconds ? { seconds } : {}) }]);
    world.mailbox().addContact({ givenName: 'Ada' });
    const pages = await readAll(world.open(), [collection('contact', 'contacts')]);
    expect(pages.flatMap((page) => page.items)).toHaveLength(1);
    const waited = times[1]! - times[0]!;
    // An HTTP date has whole seconds, so up to one of the two may be gone already.
    expect(waited).toBeGreaterThanOrEqual(kind === '429-date' ? 900 : (seconds ?? 0.375) * 1000);
  });

  it('ends the run until then where the wait is long, and asks nothing before', async () => {
    world.desk.faults.set([{ at: 'graph.contacts.delta', nth: 1, do: '429-600' }]);
    const before = world.desk.clock.now();
    const failed = readAll(world.open(), [collection('contact', 'contacts')]);
    await expect(failed).rejects.toMatchObject({ error: { kind: 'retry-at', scope: 'mailbox' } });
    const at = Date.parse((await failed.catch((error) => error)).error.at);
    expect(at - before).toBeGreaterThanOrEqual(599_000);
    const asked = world.desk.faults.counters['graph.http'];
    await expect(readAll(world.open(), [collection('event', 'calendar')])).rejects.toMatchObject({ error: { kind: 'retry-at' } });
    expect(world.desk.faults.counters['graph.http']).toBe(asked);
    await readAll(world.open({ mailbox: bob.address }), [collection('event', 'calendar')]);
  });
});

describe('16 batch-200', () => {
  it('answers every write once where 7 of 20 are throttled and one is gone, twice', async () => {
    const provider = world.open();
    const made = await writeAll(provider, creates(40));
    world.mailbox().deleteContact(world.mailbox().contacts()[3]!.id);
    world.mailbox().deleteContact(world.mailbox().contacts()[20]!.id);
    world.desk.faults.set([{ at: 'graph.contacts.update', nth: 2, do: '429-decimal', times: 7 }]);
    world.desk.faults.add([{ at: 'graph.contacts.update', nth: 30, do: '429-decimal', times: 7 }]);
    const updates = made.flatMap((answer) =>
      answer.done
        ? [
            write({
              object: 'contact',
              operation: 'update',
              remoteId: answer.remoteId,
              expectedVersion: answer.version,
              body: { surname: answer.remoteId.slice(-12) },
            }),
          ]
        : [],
    );
    const answers = await writeAll(provider, updates);
    expect(answers.map((answer) => answer.intentId).sort()).toEqual(updates.map((update) => update.intentId).sort());
    expect(answers.flatMap((answer) => (answer.done ? [] : [answer.error.kind]))).toEqual(['gone', 'gone']);
    for (const answer of answers) {
      const update = updates.find((one) => one.intentId === answer.intentId)!;
      if (answer.done) expect(answer).toMatchObject({ remoteId: update.remoteId, raw: { surname: update.body?.surname } });
    }
  });
});

/** Weight of the mailbox's requests that are under way: a $batch runs four items at once and counts as the three it may take. */
function watchFlight(of: GraphWorld): { most: number } {
  const seen = { most: 0 };
  let now = 0;
  of.settings.fetch = async (url, init) => {
    if (String(url).includes('bob')) return fetch(url, init);
    const weight = String(url).endsWith('/$batch') ? 3 : 1;
    now += weight;
    seen.most = Math.max(seen.most, now);
    try {
      return await fetch(url, init);
    } finally {
      now -= weight;
    }
  };
  return seen;
}
