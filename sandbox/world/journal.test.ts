import { mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Journal } from './journal.ts';

it('leaves nothing half written on a full disk, and adds what it owes as soon as there is room', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-journal-'));
  const file = join(folder, 'world.jsonl');
  let room = Number.POSITIVE_INFINITY;
  const journal = new Journal(file, (handle, bytes, from) => {
    if (room === 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const wrote = writeSync(handle, bytes, from, Math.min(3, room, bytes.length - from));
    room -= wrote;
    return wrote;
  });
  journal.add('["a"]\n');
  room = 4;
  expect(() => journal.add('["lost?"]\n')).toThrow('ENOSPC');
  expect(() => journal.add('["and this?"]\n')).toThrow('ENOSPC');
  expect(readFileSync(file, 'utf8')).toBe('["a"]\n');
  room = Number.POSITIVE_INFINITY;
  journal.add('["b"]\n');
  journal.close();
  expect(readFileSync(file, 'utf8')).toBe('["a"]\n["lost?"]\n["and this?"]\n["b"]\n');
  rmSync(folder, { recursive: true });
});
