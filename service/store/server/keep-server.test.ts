import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DatabaseFailure } from './database-failure.ts';
import { keepServer } from './keep-server.ts';
import type { EmbeddedServer, ServerOptions } from './start-server.ts';

/** A folder on which no server runs: to the keeper, one that has just been killed. */
let folder: string;
beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'lockstep-keep-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const server = (given: Partial<EmbeddedServer> = {}): EmbeddedServer => ({
  administratorUrl: 'postgres://postgres:x@127.0.0.1:5/postgres',
  secret: 'x',
  port: 5,
  pid: 1,
  folder,
  how: 'started',
  notices: [],
  stop: async () => {},
  ...given,
});
const options: ServerOptions = { dataFolder: '/data', port: 0 };

it('starts a server that has ended on the same port, says so, and stops the new one at the end', async () => {
  const said: string[] = [];
  const stopped: string[] = [];
  const asked: ServerOptions[] = [];
  const keeper = keepServer(
    server({ stop: async () => void stopped.push('old') }),
    options,
    (line) => said.push(line),
    async (given) => {
      asked.push(given);
      return server({ pid: 2, stop: async () => void stopped.push('new') });
    },
  );
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toEqual([{ dataFolder: '/data', port: 5 }]);
  expect(said).toEqual([expect.stringContaining('has ended; it is started again'), expect.stringContaining('runs again')]);
  await keeper.stop();
  expect(stopped).toEqual(['new']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toHaveLength(1);
});

it('tells once what keeps it from starting, with what to do, and tries until that is put right', async () => {
  const said: string[] = [];
  let tries = 0;
  const full = new DatabaseFailure('no-space', 'The disk that holds the database is full.', '/data', 'free some space there');
  const keeper = keepServer(
    server(),
    options,
    (line) => said.push(line),
    async () => {
      tries += 1;
      if (tries < 4) throw full;
      return server();
    },
  );
  await vi.advanceTimersByTimeAsync(250 + 3 * 2_000);
  expect(tries).toBe(4);
  expect(said).toEqual([
    expect.stringContaining('has ended'),
    expect.stringMatching(/is full[\s\S]*what to do: free some space there[\s\S]*tries again every 2 s/),
    expect.stringContaining('runs again'),
  ]);
  await keeper.stop();
});
