import { z } from 'zod';

export const role = z.enum(['platform-admin', 'partner', 'customer-admin', 'organization-user', 'user']);
export type Role = z.infer<typeof role>;

/** Where a role holds, from the widest to the narrowest. `self` names a user (mailbox); `platform` carries no id. */
export const scopeLevel = z.enum(['platform', 'distributor', 'partner', 'customer', 'organization', 'self']);
export type ScopeLevel = z.infer<typeof scopeLevel>;

export const scope = z.object({ level: scopeLevel, id: z.uuid().nullable() });
export type Scope = z.infer<typeof scope>;

export const roleGrant = z.object({ role, scope });
export type RoleGrant = z.infer<typeof roleGrant>;
