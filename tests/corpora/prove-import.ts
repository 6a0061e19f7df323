import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountForItems } from './account-for-items.ts';
import { readBooks, readWritten } from './read-books.ts';
import { readCounters, readImport, readWorldItems } from './read-world-items.ts';

const corpora = resolve(process.env.LOCKSTEP_REFERENCE_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'corpora');
const patience = 600_000;

export interface Proof {
  /** Files of a kind up to so many bytes; kinds not named come in whatever their size. A series is as many records as it has near meetings. */
  bytes: Readonly<Record<string, number>>;
  /** So many of each kind must be on both sides at least, so that a world that lost them does not count as proven. */
  least: Readonly<Record<string, number>>;
}

/** npm start on real exports, from an empty folder to the end; a process of its own, as people run it. */
export function proveImport(name: string, { bytes, least }: Proof): void {
  describe.skipIf(!existsSync(corpora))(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'corpora-'));
    const [data, exports] = [join(folder, 'data'), join(folder, 'exports')];
    let stop: () => Promise<void> = async () => {};
    let world = '';

    beforeAll(async () => {
      const small = (path: string) => statSync(path).size <= (bytes[extname(path)] ?? Number.POSITIVE_INFINITY);
      cpSync(corpora, exports, { recursive: true, filter: small });
      stop = await start(data, exports);
      world = worldOf(data);
    }, patience);
    afterAll(async () => {
      await stop();
      // The samples are read-only, their copies too.
      spawnSync('chmod', ['-R', 'u+w', folder]);
      rmSync(folder, { recursive: true, force: true });
    }, patience);

    it(
      'has every item on both sides, or listed with the reason why not',
      async () => {
        const { imported } = await readImport(world);
        const accounts = accountForItems(await readWorldItems(world), await readBooks(data));
        expect(accounts.flatMap(({ kind, unaccounted }) => unaccounted.map((id) => `${kind} ${id}`))).toEqual([]);
        const of = new Map(accounts.map((account) => [account.kind, account]));
        for (const [kind, count] of Object.entries(least)) expect(of.get(kind)?.onBothSides, kind).toBeGreaterThanOrEqual(count);
        expect(of.get('outlook event')?.items).toBe((imported.events ?? 0) + (imported.series ?? 0));
        expect(of.get('outlook email')?.items).toBe(imported.messages);
        expect(of.get('salesforce contact')?.items).toBeGreaterThanOrEqual(imported.Contact ?? Number.NaN);
        expect(of.get('salesforce account')?.items).toBeGreaterThanOrEqual(imported.Account ?? Number.NaN);
        expect(of.get('salesforce case')?.items).toBe(imported.Case);
      },
      patience,
    );

    it(
      'writes nothing half an hour later, nor after a restart',
      async () => {
        await send(`${world}/counters/reset`, {});
        expect(await send(`${world}/clock/advance`, { by: 'PT31M' })).toMatchObject({ settled: true });
        const written = await expectNoWrite(world, data, 0);
        await stop();
        stop = await start(data, exports);
        world = worldOf(data);
        expect(await send(`${world}/clock/advance`, { by: 'PT31M' })).toMatchObject({ settled: true });
        await expectNoWrite(world, data, written);
      },
      patience,
    );
  });
}

/** Answers how to stop it, once ready.json is there. */
async function start(data: string, exports: string): Promise<() => Promise<void>> {
  const entry = join(import.meta.dirname, '../../service/start.ts');
  const child = spawn(process.execPath, [entry, '--port', '0', '--data', data, '--world', exports], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer) => {
      said.push(String(part));
      if (said.join('').includes('Ctrl-C stops everything.')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said.join('')}`)));
  });
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}

const worldOf = (data: string): string => (JSON.parse(readFileSync(join(data, 'ready.json'), 'utf8')) as { world: string }).world;

async function send(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(300_000) });
  return answer.json();
}

/** How far ahead meetings of a series are kept in step, and how long before its sync a meeting may have come into that: 31 minutes and a restart. */
const [reach, lately] = [366 * 24 * 3_600_000, 2 * 3_600_000];

/**
 * The window of the calendar moves with the clock: meetings of an endless series that came into it since are new, and all
 * that may be written. Answers how many there are; `known` of them were there before the counters began.
 */
async function expectNoWrite(world: string, data: string, known: number): Promise<number> {
  const written = await readWritten(data);
  const cameIntoWindow = ({ object, operation, begins, at }: (typeof written)[number]) => {
    const since = at.getTime() + reach - Date.parse(begins ?? '');
    return object === 'event' && operation === 'create' && since >= 0 && since < lately;
  };
  expect(written.filter((one) => !cameIntoWindow(one))).toEqual([]);
  expect(writesOf(await readCounters(world))).toEqual(written.length > known ? ['salesforce.collections.upsert'] : []);
  return written.length;
}

/** What changes something in a mailbox or in Salesforce, by the names of the operations; tokens and reads do not. */
const writesOf = (counters: Record<string, number>): string[] =>
  Object.keys(counters).filter((name) => /create|update|delete|upsert|patch|move/i.test(name));
