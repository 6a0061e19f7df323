import type { Write, WriteAnswer } from '../../core/sync/index.ts';

/** What is only read is never written, whatever somebody plans: each write is answered as our own fault, and nothing is sent. */
export async function* refuseWrites(writes: readonly Write[]): AsyncGenerator<WriteAnswer[]> {
  const message = 'Calendars of Teams and lists of sites are only read.';
  const error = { kind: 'bug' as const, code: 'read-only-source', message };
  yield writes.map(({ intentId }) => ({ intentId, done: false, error }));
}
