import type { CustomizationDesk } from '../../service/http/index.ts';
import { world } from './people.ts';

/** Customization in memory: one category in each mailbox; a reset begun is the first job of the fake ones. */
export const createFakeCustomization = (changes: string[]): CustomizationDesk => ({
  pieces: async () => [{ kind: 'category', name: 'Salesforce', madeByUs: true }],
  preview: async () => ({ objects: [{ object: 'contact', removed: 3, edited: 1, meetings: 0, other: 0 }], pairs: 2, pieces: [] }),
  async start(mailbox, kind) {
    changes.push(`${kind} ${mailbox.userId}`);
    return { ok: true, jobId: world.jobs[0] };
  },
});
