import { z } from 'zod';

/** How Lockstep reaches a mailbox (decision 7). The two `ews` types are for Exchange Server on premises only. */
export const mailboxAccess = z.enum(['graph-delegated', 'graph-app-only', 'ews-direct', 'ews-impersonated']);
export type MailboxAccess = z.infer<typeof mailboxAccess>;
