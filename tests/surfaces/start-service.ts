import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../web/build/surface-config.ts';

export interface RunningService {
  service: string;
  console: string;
  taskpane: string;
  world: string;
  accounts: { role: string; email: string; password: string; token: string }[];
  close(): Promise<void>;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The service takes a block of eleven ports. */
const freeBlock = async (): Promise<number> => {
  for (let first = 21_000 + (process.pid % 300) * 20; ; first += 20) {
    const all = await Promise.all(Array.from({ length: 11 }, (_, index) => isFree(first + index)));
    if (all.every(Boolean)) return first;
  }
};

/** `npm start` on a folder of its own with two connected users and nothing in their mailboxes. */
export const startService = async (): Promise<RunningService> => {
  const data = mkdtempSync(join(tmpdir(), 'lockstep-faces-'));
  const port = await freeBlock();
  const child = spawn(process.execPath, ['service/start.ts', '--world', 'empty', '--port', String(port), '--data', data], { cwd: root });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said.push(part.toString());
      if (said.join('').includes('Ctrl-C stops everything')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said.join('')}`)));
  });
  const ready = JSON.parse(readFileSync(join(data, 'ready.json'), 'utf8')) as Omit<RunningService, 'close'>;
  return {
    ...ready,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
};
