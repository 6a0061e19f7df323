import { z } from 'zod';
import { accountId } from './ids.ts';
import { roleGrant } from './role.ts';

/** A person who signs in. Not a mailbox: that is a user. */
export const account = z.object({
  id: accountId,
  email: z.email(),
  name: z.string(),
  /** BCP 47, or null to follow the browser. */
  locale: z.string().nullable(),
  grants: z.array(roleGrant),
});
export type Account = z.infer<typeof account>;
