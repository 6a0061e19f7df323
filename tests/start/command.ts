import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;

/** A command of package.json as a process of its own; ports are free ones. */
export interface Command {
  child: ChildProcess;
  /** What it has printed so far, both streams. */
  text(): string;
  /** Resolves once it has printed this (after the first `from` characters); fails with what it printed when it ends before. */
  prints(wanted: RegExp, from?: number): Promise<void>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; text: string }>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
}

export type CommandName =
  | 'start'
  | 'service'
  | 'worker'
  | 'sandbox'
  | 'addin'
  | 'extension'
  | 'provision'
  | 'backup'
  | 'restore'
  | 'audit:verify'
  | 'key:rotate';

const listening: ReadonlySet<CommandName> = new Set(['start', 'service', 'sandbox']);

export function run(name: CommandName, data: string, args: readonly string[] = [], environment: Record<string, string> = {}): Command {
  const script = scripts[name]?.match(/^(?:NODE_COMPILE_CACHE=\S+ )?exec node (.+)$/)?.[1];
  if (!script) throw new Error(`package.json has no script ${name} that runs node`);
  const port = !listening.has(name) || args.includes('--port') ? [] : ['--port', '0'];
  // A file that a command is about stands first.
  const files = args[0]?.startsWith('--') === false ? args.slice(0, 1) : [];
  const options = args.slice(files.length);
  const child = spawn(process.execPath, [...script.split(' '), ...files, '--data', data, ...port, ...options], {
    cwd: root,
    // Dozens of processes of the same code: compiled once.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'lockstep-compile-cache'), ...environment },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()));
  const ended = new Promise<Awaited<Command['ended']>>((resolve) => child.on('close', (code, signal) => resolve({ code, signal, text })));
  return {
    child,
    ended,
    text: () => text,
    prints: (wanted, from = 0) =>
      new Promise((resolve, reject) => {
        const look = () => wanted.test(text.slice(from)) && resolve();
        child.stdout?.on('data', look);
        ended.then(() => reject(new Error(`npm run ${name} ended:\n${text}`)));
        look();
      }),
    async stop() {
      child.kill('SIGTERM');
      return (await ended).code;
    },
  };
}

/** The first of so many free ports in a row, below those that the system hands out by itself. */
export async function freePorts(count = 12): Promise<string> {
  for (let base = 20_000 + (process.pid % 400) * 25; base < 32_000; base += count) {
    const ports = Array.from({ length: count }, (_, index) => base + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return String(base);
  }
  throw new Error('there are no free ports in a row');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A data folder that goes away with whatever still runs on it. */
export function temporaryData(): { data: string; remove(): Promise<void> } {
  const data = mkdtempSync(join(tmpdir(), 'lockstep-start-'));
  return { data, remove: () => clear(data) };
}

async function clear(data: string): Promise<void> {
  const database = databaseFolder(data);
  for (const file of [join(data, 'service.lock'), join(data, 'sandbox/sandbox.lock'), join(database, 'postmaster.pid')]) {
    const pid = pidIn(file);
    if (pid) await end(pid);
  }
  rmSync(database, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
}

/** Where the embedded server keeps its files: for root they lie outside of a folder that is closed to others. */
export function databaseFolder(data: string): string {
  const pointer = join(data, 'database.path');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(data, 'database');
}

/** The process that a lock or pid file names. */
export function pidIn(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const pid = text.startsWith('{') ? (JSON.parse(text) as { pid: number }).pid : Number(text.split('\n')[0]);
  return pid > 1 ? pid : undefined;
}

/** kill -9 of the process that the file names. */
export function killNamedIn(file: string): void {
  const pid = pidIn(file);
  if (pid === undefined) throw new Error(`${file} names no process`);
  process.kill(pid, 'SIGKILL');
}

async function end(pid: number): Promise<void> {
  try {
    for (let tries = 0; tries < 200; tries += 1) {
      process.kill(pid, tries < 100 ? 'SIGINT' : 'SIGKILL');
      await wait(20);
    }
  } catch {
    // It is gone.
  }
}

export function readJson<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as T;
}

/** A request whose answer is JSON. */
export async function ask<T = Record<string, unknown>>(method: string, url: string, body?: unknown): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
