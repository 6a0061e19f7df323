import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAll, write, writeAll } from '../../tests/setup/adapters/graph-world.ts';
import { type SalesforceWorld, salesforceWorld, sobjects } from '../../tests/setup/adapters/salesforce-world.ts';

let world: SalesforceWorld;
beforeEach(async () => {
  world = await salesforceWorld();
});
afterEach(() => world.close());

const createContact = (n: number, body = {}) =>
  write({ object: 'contact', operation: 'create', key: `key-${n}`, body: { LastName: `Number ${n}`, ...body } });

describe('14 lost-answer', () => {
  it.each(['salesforce.composite', 'salesforce.collections.upsert'])(
    'makes every record once where the answer to %s was lost and the creates are sent again',
    async (operation) => {
      world.desk.faults.set([{ at: operation, nth: 1, do: 'lost-answer' }]);
      const writes = Array.from({ length: operation === 'salesforce.composite' ? 300 : 3 }, (_, n) => createContact(n));
      const provider = world.open();
      const lost = await writeAll(provider, writes);
      expect(lost.map((answer) => !answer.done && answer.error.code)).toEqual(writes.map(() => 'answer-lost'));
      const sent = await writeAll(
        provider,
        writes.map((one) => ({ ...one, maybeSent: true })),
      );
      expect(sent.filter((answer) => answer.done)).toHaveLength(writes.length);
      expect([...world.salesforce.org.records('Contact')]).toHaveLength(writes.length);
    },
  );

  it('reads again where the answer to a read was lost', async () => {
    world.salesforce.org.insert('Contact', { LastName: 'Byron' }, world.ada);
    world.desk.faults.set([{ at: 'salesforce.composite', nth: 1, do: 'lost-answer', times: 2 }]);
    expect((await readAll(world.open(), [sobjects('contact')]))[0]?.items).toHaveLength(1);
  });

  it.each(['html', 'cut-body', 'timeout', '503', '500'] as const)('reads again where the answer was %s', async (kind) => {
    world.settings.timeoutMs = 500;
    world.salesforce.org.insert('Contact', { LastName: 'Byron' }, world.ada);
    world.desk.faults.set([{ at: 'salesforce.composite', nth: 1, do: kind }]);
    expect((await readAll(world.open(), [sobjects('contact')]))[0]?.items).toHaveLength(1);
  });

  it('comes back later where nobody answers at all, without losing its place', async () => {
    world.desk.faults.set([{ at: 'salesforce.composite', nth: 1, do: 'lost-answer', times: 9 }]);
    await expect(readAll(world.open(), [sobjects('contact')])).rejects.toMatchObject({
      error: { kind: 'retry-at', scope: 'mailbox', code: 'answer-lost' },
    });
  });
});

describe('17 same-second', () => {
  it('reads 5,000 records of one second page by page, each once, and the one that becomes visible 90 s late', async () => {
    for (let n = 0; n < 5000; n += 1) world.salesforce.org.insert('Contact', { LastName: `Number ${n}` }, world.ada);
    const late = world.salesforce.org.insert('Contact', { LastName: 'Late' }, { as: world.ada, visibleAfter: 90_000 } as never);
    const contacts = sobjects('contact');
    const provider = world.open();
    const pages = await readAll(provider, [contacts]);
    const ids = pages.flatMap((page) => page.items.map((item) => item.remoteId));
    expect(ids).toHaveLength(5000);
    expect(new Set(ids).size).toBe(5000);
    expect(provider.requests.http).toBe(3);
    expect(pages.map((page) => page.complete)).toEqual([false, false, true]);
    expect(ids).not.toContain(late);
    world.desk.clock.advance(91_000);
    const after = await readAll(world.open(), [contacts]);
    expect(after.flatMap((page) => page.items.map((item) => item.remoteId))).toContain(late);
  });

  it('goes on inside a page run after a crash and misses nothing that changed meanwhile', async () => {
    for (let n = 0; n < 2500; n += 1) world.salesforce.org.insert('Contact', { LastName: `Number ${n}` }, world.ada);
    const contacts = sobjects('contact');
    for await (const page of world.open().read([{ collection: contacts }])) {
      contacts.cursor = page.cursor;
      break;
    }
    const rest = await readAll(world.open(), [contacts]);
    expect(rest.flatMap((page) => page.items)).toHaveLength(500);
    expect(rest.at(-1)?.complete).toBe(true);
  });

  it('costs no empty page where the last one is exactly full', async () => {
    for (let n = 0; n < 2000; n += 1) world.salesforce.org.insert('Contact', { LastName: `Number ${n}` }, world.ada);
    const provider = world.open();
    expect(await readAll(provider, [sobjects('contact')])).toMatchObject([{ complete: true }]);
    expect(provider.requests.http).toBe(1);
  });
});

it('sends no more of 3,000 writes where nobody answers', async () => {
  const provider = world.open({ instanceUrl: 'http://127.0.0.1:9' });
  const answers = await writeAll(
    provider,
    Array.from({ length: 3000 }, (_, n) => createContact(n)),
  );
  expect(answers).toHaveLength(3000);
  expect(answers.every((answer) => !answer.done && answer.error.code === 'answer-lost')).toBe(true);
  expect(provider.requests.http).toBe(2);
});

describe('18 quota-wall', () => {
  it('says that the whole org must wait, for reads and for each write', async () => {
    world.salesforce.control.set({ dailyLimit: 0 });
    const wall = { kind: 'retry-at', scope: 'salesforce-org', code: 'REQUEST_LIMIT_EXCEEDED' };
    await expect(readAll(world.open(), [sobjects('contact')])).rejects.toMatchObject({ error: wall });
    const provider = world.open();
    const answers = await writeAll(
      provider,
      Array.from({ length: 2500 }, (_, n) => createContact(n)),
    );
    expect(answers).toHaveLength(2500);
    for (const answer of answers) expect(answer).toMatchObject({ done: false, error: wall });
    // One refused request a slice of 2,000, not one a collection.
    expect(provider.requests.http).toBe(2);
  });
});

describe('20 poison-record', () => {
  it('writes 999 of 1,000 and gives the rule’s own words for the one', async () => {
    world.salesforce.control.set({
      validationRules: [
        { object: 'Contact', field: 'Title', operator: 'equals', value: 'Poison', message: 'No poison, please.', errorField: 'Title' },
      ],
    });
    const answers = await writeAll(
      world.open(),
      Array.from({ length: 1000 }, (_, n) => createContact(n, n === 500 ? { Title: 'Poison' } : {})),
    );
    expect(answers.filter((answer) => answer.done)).toHaveLength(999);
    expect(answers.find((answer) => !answer.done)).toMatchObject({
      error: { kind: 'refused', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No poison, please.', fields: ['Title'] },
    });
  });
});

describe('25 row-lock', () => {
  it('sends locked rows again, they alone, with growing waits', async () => {
    world.desk.faults.set([{ at: 'salesforce.collections.upsert', nth: 1, do: 'row-lock' as never, times: 1 }]);
    const answers = await writeAll(world.open(), [createContact(1), createContact(2)]);
    expect(answers.map((answer) => answer.done)).toEqual([true, true]);
    expect(world.clock.slept.length).toBe(1);
  });
});
