import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Provider } from '../../core/sync/index.ts';
import { createPacer, openGraph } from '../../service/graph/index.ts';
import { openTurns } from '../../service/store/index.ts';
import { window } from '../setup/adapters/collection.ts';
import { ann, type GraphWorld, graphWorld, write, writeAll } from '../setup/adapters/graph-world.ts';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';

let database: FreshDatabase;
let world: GraphWorld;
let worker: Process;
let service: Process;
const open: Process[] = [];

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.store.asSystem(({ execute }) => execute('DELETE FROM mailbox_pause'));
  world = await graphWorld();
  [worker, service] = [openProcess(), openProcess()];
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.turns.stop()));
  await world.close();
});

interface Process {
  turns: ReturnType<typeof openTurns>;
  outlook: Provider;
}

/** What a process has for itself: a pacer, and a connection for its turns. */
function openProcess(): Process {
  const turns = openTurns(database.url('lockstep_system'));
  const settings = { ...world.settings, pacer: createPacer(world.clock, turns) };
  const access = { mailbox: ann.address, window, accessToken: async () => 'app', stop: new AbortController().signal };
  const process = { turns, outlook: openGraph(settings, access) };
  open.push(process);
  return process;
}

const people = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) =>
    write({ object: 'contact', operation: 'create', key: `${name}${n}`, body: { givenName: name, surname: `No${n}` } }),
  );

it("never has more than Graph's four at once at a mailbox, whichever process asks", async () => {
  const contact = world.mailbox().addContact({ givenName: 'Ada' });
  const look = async (): Promise<unknown> => service.outlook.get([{ object: 'contact', remoteId: contact.id }]);
  const looks = async (): Promise<void> => {
    for (let n = 0; n < 15; n += 1) await look();
  };
  const [made] = await Promise.all([writeAll(worker.outlook, people(60, 'Guest')), looks(), looks(), looks(), looks()]);
  expect(made.every((answer) => answer.done)).toBe(true);
  expect(world.clock.slept).toEqual([]);
});

it('knows what the other was told of waiting, a process that starts later too', async () => {
  const ada = world.mailbox().addContact({ givenName: 'Ada' });
  world.desk.faults.set([{ at: 'graph.contacts.create', nth: 1, do: '429-600' }]);
  await writeAll(worker.outlook, people(1, 'Late'));
  const counted = world.desk.faults.counters['graph.contacts.get'] ?? 0;
  for (const process of [service, openProcess()])
    await expect(process.outlook.get([{ object: 'contact', remoteId: ada.id }])).resolves.toMatchObject([
      { error: { kind: 'retry-at', scope: 'mailbox', code: 'throttled' } },
    ]);
  expect(world.desk.faults.counters['graph.contacts.get'] ?? 0).toBe(counted);
  world.desk.clock.advance(601_000);
  await expect(service.outlook.get([{ object: 'contact', remoteId: ada.id }])).resolves.toMatchObject([{ item: { remoteId: ada.id } }]);
});

it('does not wait for a process that died with the turn', async () => {
  let die = (): void => {};
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  const taken = createPacer(world.clock, worker.turns);
  const begun = new Promise<void>((started) => {
    void taken.run(ann.address, 1, new AbortController().signal, () => {
      started();
      return dead;
    });
  });
  await begun;
  const look = service.outlook.get([{ object: 'contact', remoteId: 'any' }]);
  await worker.turns.stop();
  await expect(look).resolves.toHaveLength(1);
  die();
});
