import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './lock-data-folder.ts';

const since = new Date('2026-01-05T08:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second start on the folder is told who runs there and since when', () => {
  const release = lockDataFolder(folder, since);
  expect(() => lockDataFolder(folder, since)).toThrow(`already running, pid ${process.pid}, since 2026-01-05T08:00:00.000Z`);
  release();
  lockDataFolder(folder, since)();
});

test('the lock of a process that was killed is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  lockDataFolder(folder, since, child.pid);
  expect(() => lockDataFolder(folder, since)).toThrow('already running');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const release = lockDataFolder(folder, since);
  expect(JSON.parse(readFileSync(join(folder, 'service.lock'), 'utf8')).pid).toBe(process.pid);
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock whose process number now belongs to another program is stale', () => {
  writeFileSync(join(folder, 'service.lock'), JSON.stringify({ pid: process.pid, identity: 'started-1', since: since.toISOString() }));
  lockDataFolder(folder, since)();
});

test('a lock file that is not readable as one is stale', () => {
  writeFileSync(join(folder, 'service.lock'), 'garbage');
  lockDataFolder(folder, since)();
});

test('a folder that cannot be made says what to do', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => lockDataFolder(join(folder, 'file', 'data'), since)).toThrow(/cannot be written to[\s\S]*--data DIR/);
});
