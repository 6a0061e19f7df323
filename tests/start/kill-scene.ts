import { bothSides } from './both-sides.ts';
import { ask, type Command, freePorts, readJson, run } from './command.ts';

export const alice = 'alice@fernwood.example';

/**
 * Two people over the sandbox, in which something is killed in the middle of a sync: the world holds back one answer for ever (fault `timeout`),
 * so the run stands exactly there. However it is killed, all that people made on either side must end once on both, linked, with nothing
 * left to write.
 */
export interface KillScene {
  sandbox: Command;
  service: Command;
  world: string;
  startSandbox(): Promise<void>;
  startService(...args: string[]): Promise<void>;
  /** `npm start`: `service` is the parent, the sandbox its child. */
  startAll(): Promise<void>;
  advance(): Promise<{ settled: boolean }>;
  /** Other people and meetings on each side. */
  seed(): Promise<void>;
  /** Runs until the world keeps this answer back, and kills what is to be killed there. */
  killAt(operation: string, nth: number, kill: () => unknown): Promise<void>;
  /** After two more runs nothing is left to write, and both sides hold each thing once; answers what they hold. */
  end(): Promise<{ wrote: string[]; sides: Awaited<ReturnType<typeof bothSides>>; made: Made; settled: boolean[] }>;
}

interface Made {
  contacts: string[];
  events: string[];
}

const perSeed = 12;

export function killScene(data: string, environment: Record<string, string> = {}): KillScene {
  let made: Made = { contacts: [], events: [] };
  let seeds = 0;
  /** Of the sandbox, which must come back where it was. */
  let base: string | undefined;
  const counters = () => ask<Record<string, number>>('GET', `${scene.world}/counters`);
  const scene: KillScene = {
    sandbox: undefined as unknown as Command,
    service: undefined as unknown as Command,
    world: '',
    async startSandbox() {
      base ??= await freePorts();
      scene.sandbox = run('sandbox', data, ['--port', base, '--world', 'empty'].slice(0, scene.world ? 2 : 4));
      await scene.sandbox.prints(/ready:/);
      scene.world = readJson<{ world: string }>(data, 'sandbox', 'ready.json').world;
    },
    async startService(...args) {
      scene.service = run('service', data, args, environment);
      await scene.service.prints(/console {2}http/);
    },
    async startAll() {
      base ??= await freePorts();
      scene.service = run('start', data, ['--port', base, '--world', 'empty'].slice(0, scene.world ? 2 : 4));
      await scene.service.prints(/Ctrl-C stops everything/);
      scene.world = readJson<{ world: string }>(data, 'ready.json').world;
    },
    advance: () => ask('POST', `${scene.world}/clock/advance`, { by: 'PT31M' }),
    async seed() {
      for (const side of ['outlook', 'salesforce']) {
        seeds += 1;
        await ask('POST', `${scene.world}/users/${alice}/seed`, { contacts: perSeed, events: perSeed, side, seed: seeds });
      }
      const now = await bothSides(scene.world, alice, data);
      made = {
        contacts: united(made.contacts, now.outlookContacts, now.salesforceContacts),
        events: united(made.events, now.outlookEvents, now.salesforceEvents),
      };
    },
    async killAt(operation, nth, kill) {
      await ask('POST', `${scene.world}/counters/reset`);
      await ask('POST', `${scene.world}/faults`, [{ at: operation, nth, do: 'timeout' }]);
      const moved = scene.advance().catch(() => undefined);
      await until(async () => ((await counters())[operation] ?? 0) >= nth);
      await kill();
      await ask('DELETE', `${scene.world}/faults`);
      await moved;
    },
    async end() {
      const settled = [(await scene.advance()).settled, (await scene.advance()).settled];
      await ask('POST', `${scene.world}/counters/reset`);
      settled.push((await scene.advance()).settled);
      const wrote = Object.keys(await counters()).filter((name) => /create|update|delete|upsert/.test(name));
      if (made.contacts.length !== seeds * perSeed) throw new Error(`${made.contacts.length} contacts were made, not ${seeds * perSeed}`);
      return { wrote, settled, made, sides: await bothSides(scene.world, alice, data) };
    },
  };
  return scene;
}

/** What `end` answers where nothing was lost and nothing doubled. */
export function wholeAndOnce({ contacts, events }: Made) {
  return {
    wrote: [],
    settled: [true, true, true],
    made: { contacts, events },
    sides: {
      outlookContacts: contacts,
      salesforceContacts: contacts,
      outlookEvents: events,
      salesforceEvents: events,
      links: { 'contact linked': contacts.length, 'event linked': events.length },
    },
  };
}

/** What stood on both sides before, once, and what is new on one. */
function united(before: readonly string[], ...sides: string[][]): string[] {
  const fresh = sides.flatMap((side) => without(side, before));
  return [...before, ...fresh].sort();
}

function without(names: readonly string[], known: readonly string[]): string[] {
  const left = [...known];
  return names.filter((name) => !left.includes(name) || left.splice(left.indexOf(name), 1).length === 0);
}

export async function until(found: () => Promise<boolean>): Promise<void> {
  while (!(await found())) await new Promise((resolve) => setTimeout(resolve, 20));
}
