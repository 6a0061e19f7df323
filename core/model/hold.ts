import { z } from 'zod';
import { instant, organizationId, userId } from './ids.ts';
import { issue } from './issue.ts';

/**
 * What waits for a person's word: deletions of the delete brake, invitations of the guard, any other question, the conflict inbox of a mailbox,
 * a first preview.
 */
export const holdKind = z.enum(['deletion', 'invitation', 'question', 'conflict', 'preview']);
export type HoldKind = z.infer<typeof holdKind>;

/** One thing of one mailbox that goes on only when somebody says so. */
export const hold = z
  .object({
    /** Of the issue, of the oldest conflict of the inbox, or of the user whose first preview waits. */
    id: z.uuid(),
    kind: holdKind,
    since: instant,
    user: z.object({ id: userId, name: z.string(), email: z.string() }),
    organization: z.object({ id: organizationId, name: z.string() }),
    /** What is asked, to be answered by its id; null for a preview, which is confirmed, and for conflicts, which are chosen in their inbox. */
    issue: issue.nullable(),
    /** How many conflicts wait in that inbox; null for every other kind. */
    conflicts: z.int().nullable(),
  })
  .meta({ id: 'Hold' });
export type Hold = z.infer<typeof hold>;
