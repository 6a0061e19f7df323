import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../runner/run-step.ts';

/** What an emulator has to do that a friendly mock would not; docs/sandbox.md lists it with the tests that show it. */
const facts = [
  ...['sparse occurrences in delta', '`@removed` outside the window', '410 SyncStateNotFound', 'replays and duplicates', 'late visibility'],
  ...['429 at the fifth request of a mailbox', '429 inside a $batch', 'fractional Retry-After', '412'],
  ...['immutable ids, and ids that change on a move', 'extended properties are not echoed', 'validationToken handshake'],
  ...['no `expires_in`', 'errors as an array', 'HTTP 200 with failed rows', 'records behind the cursor', 'archived activities'],
  ...['child events', 'read-only EmailMessage', 'InvokeCommand 403 without body'],
];
/** Without an emulator of Exchange's administration there is nothing yet that could do it. */
const notYet = 'not yet: administration of Exchange is not built, and its address answers 501';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const page = read('docs/sandbox.md');
const rows = (page.split('## What a friendly mock would miss')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| fact'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('are all in the list, each once', () => {
  expect(rows.map(([, fact]) => fact)).toEqual(facts);
});

it.each(rows.map(([, fact = '', ...cells]) => ({ fact, cells: cells.slice(0, 2) })))(
  '$fact: its tests still have their names',
  ({ cells }) => {
    if (cells[0] === notYet) return expect(read('sandbox/world/start/start-sandbox.test.ts')).toContain('InvokeCommand');
    for (const cell of cells) {
      const [, file = '', name = ''] = /^`(.+\.test\.ts)`: (.+)$/.exec(cell) ?? [];
      expect(file, cell).not.toBe('');
      expect(read(file), cell).toContain(name);
    }
  },
);
