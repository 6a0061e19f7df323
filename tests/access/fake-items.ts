import type { ItemDesk } from '../../service/http/index.ts';

/** Meetings and contacts that may be saved, but for the private one. */
export const createFakeItems = (): ItemDesk => ({
  save: async (_mailbox, { id }) => (id === 'AAMkPrivate' ? { ok: false, barred: 'private' } : { ok: true }),
});
