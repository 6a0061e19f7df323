import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountForItems } from './account-for-items.ts';
import { readBooks } from './read-books.ts';
import { readCounters, readImport, readWorldItems } from './read-world-items.ts';

const corpora = resolve(process.env.LOCKSTEP_REFERENCE_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'corpora');
const patience = 180_000;

/** npm start on real exports, from an empty folder to the end; a process of its own, as people run it. */
describe.skipIf(!existsSync(corpora))('npm start -- --world with the sample exports', () => {
  const data = join(mkdtempSync(join(tmpdir(), 'corpora-')), 'data');
  let stop: () => Promise<void> = async () => {};
  let world = '';

  beforeAll(async () => {
    stop = await start(data);
    world = worldOf(data);
  }, patience);
  afterAll(async () => {
    await stop();
    rmSync(join(data, '..'), { recursive: true, force: true });
  }, patience);

  it(
    'has every item on both sides, or listed with the reason why not',
    async () => {
      const { imported } = await readImport(world);
      const accounts = accountForItems(await readWorldItems(world), await readBooks(data));
      expect(accounts.flatMap(({ kind, unaccounted }) => unaccounted.map((id) => `${kind} ${id}`))).toEqual([]);
      const [contacts, events, records] = accounts;
      expect(contacts?.onBothSides).toBeGreaterThan(990);
      expect(events?.onBothSides).toBeGreaterThan(1400);
      expect(events?.items).toBe((imported.events ?? 0) + (imported.series ?? 0));
      expect(records?.items).toBeGreaterThanOrEqual(imported.Contact ?? Number.NaN);
    },
    patience,
  );

  it(
    'writes nothing half an hour later, nor after a restart',
    async () => {
      await send(`${world}/counters/reset`, {});
      const moved = await send(`${world}/clock/advance`, { by: 'PT31M' });
      expect(moved).toMatchObject({ settled: true });
      expect(writesOf(await readCounters(world))).toEqual([]);
      await stop();
      stop = await start(data);
      world = worldOf(data);
      expect(await send(`${world}/clock/advance`, { by: 'PT31M' })).toMatchObject({ settled: true });
      expect(writesOf(await readCounters(world))).toEqual([]);
    },
    patience,
  );
});

/** Answers how to stop it, once ready.json is there. */
async function start(data: string): Promise<() => Promise<void>> {
  const entry = join(import.meta.dirname, '../../service/start.ts');
  const child = spawn(process.execPath, [entry, '--port', '0', '--data', data, '--world', corpora], { stdio: ['ignore', 'pipe', 'pipe'] });
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
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(90_000) });
  return answer.json();
}

/** What changes something in a mailbox or in Salesforce, by the names of the operations; tokens and reads do not. */
const writesOf = (counters: Record<string, number>): string[] =>
  Object.keys(counters).filter((name) => /create|update|delete|upsert|patch|move/i.test(name));
