import { z } from 'zod';
import { customerId, organizationId } from './ids.ts';
import { mailboxAccess } from './mailbox-access.ts';
import { suspension } from './suspension.ts';

/** Users of one customer that share mailbox access type, Salesforce environment, default plan and settings. */
export const organization = z
  .object({
    id: organizationId,
    customerId,
    name: z.string(),
    enabled: z.boolean(),
    suspended: suspension.nullable(),
    /** Takes the users that no other organization claims; each customer has exactly one. */
    isDefault: z.boolean(),
    mailboxAccess,
  })
  .meta({ id: 'Organization' });
export type Organization = z.infer<typeof organization>;
