import { z } from 'zod';
import { customerId, instant, organizationId, planId, userId } from './ids.ts';
import { mailboxAccess } from './mailbox-access.ts';
import { userKind } from './source.ts';
import { status } from './status.ts';
import { suspension } from './suspension.ts';

const named = <T extends z.ZodType>(id: T) => z.object({ id, name: z.string() });

/** A mailbox that Lockstep keeps in step. */
export const user = z
  .object({
    id: userId,
    /** `team`, `site`: the lane of its calendar, which only reads. It has the same books, and no mailbox of its own. */
    kind: userKind,
    email: z.string(),
    name: z.string(),
    customer: named(customerId),
    organization: named(organizationId),
    plan: named(planId),
    mailbox: z.object({ address: z.string(), access: mailboxAccess }),
    /** The user's own switch; whether it syncs is said by `status`. */
    synchronization: z.object({ enabled: z.boolean(), suspended: suspension.nullable() }),
    status,
    /** Customization was installed by a sync. */
    initialized: z.boolean(),
    lastSuccessAt: instant.nullable(),
    /** When the schedule will next look at this mailbox. */
    nextRunAt: instant.nullable(),
    /** Force sync is refused until then; null when it may be asked now. */
    syncAgainAt: instant.nullable(),
    openIssues: z.int(),
    lastSessionId: z.uuid().nullable(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof user>;
