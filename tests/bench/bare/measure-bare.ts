import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startServer } from '../../../service/store/server/index.ts';
import type { BareMeasure, Direction } from '../measurement.ts';
import { alice } from '../open-world.ts';
import { startSandbox } from '../sandbox-process.ts';
import { bareOutlook, bareSalesforce, sidesOf } from './bare-requests.ts';

const day = 86_400_000;

/**
 * What no sync of N contacts and N events can avoid, and nothing else, in milliseconds: the source listed to its end, one create for each item
 * as full a request as may be, and a row for each item of both sides, one transaction for each answer. No mapping worth the name, no
 * comparison, no second look; the same emulators and the same database server.
 */
export async function measureBare(direction: Direction, n: number): Promise<BareMeasure> {
  const data = mkdtempSync(join(tmpdir(), 'lockstep-bench-bare-'));
  const undo: (() => unknown)[] = [() => rmSync(data, { recursive: true, force: true })];
  try {
    const sandbox = await startSandbox(data);
    undo.push(sandbox.stop);
    await sandbox.ask(`/users/${alice}/seed`, { contacts: n, events: n, side: direction === 'up' ? 'outlook' : 'salesforce' });
    const server = await startServer({ dataFolder: data, port: 0 });
    undo.push(async () => {
      await server.stop();
      rmSync(server.folder, { recursive: true, force: true });
    });
    const database = new pg.Client({ connectionString: server.administratorUrl });
    await database.connect();
    undo.push(() => database.end());
    await database.query('CREATE TABLE bare_item (place bigserial PRIMARY KEY, fields jsonb NOT NULL)');
    const store = async (items: Record<string, unknown>[]): Promise<void> => {
      await database.query('INSERT INTO bare_item (fields) SELECT value FROM jsonb_array_elements($1::jsonb)', [JSON.stringify(items)]);
    };
    const now = Date.now();
    const window = { start: new Date(now - 400 * day).toISOString(), end: new Date(now + 400 * day).toISOString() };
    const [source, target] = sidesOf(direction, await bareOutlook(sandbox.ready, alice, window), await bareSalesforce(sandbox.ready));
    const began = performance.now();
    await target.write(await source.read(store), store);
    const milliseconds = performance.now() - began;
    const { rows } = await database.query<{ rows: number }>('SELECT count(*)::int AS rows FROM bare_item');
    if (rows[0]?.rows !== 4 * n) throw new Error(`${rows[0]?.rows} rows were stored instead of ${4 * n}`);
    return { direction, n, milliseconds };
  } finally {
    for (const step of undo.reverse()) await step();
  }
}
