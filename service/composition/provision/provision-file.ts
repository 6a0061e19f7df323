import { z } from 'zod';
import { ianaZone } from '../../../core/mapping/index.ts';
import { givenName } from '../../../core/model/index.ts';

const address = z.email({ error: 'must be an address such as alice@fernwood.example' }).max(320);
const objectId = z.uuid({ error: "must be the person's object id in Entra ID (Users > the person > Object ID)" }).optional();
const access = z.enum(['graph-app-only', 'graph-delegated'], {
  error: 'must be graph-app-only or graph-delegated; Exchange Server on premises is not built',
});
const timeZone = z.string().transform((name, context) => {
  const zone = ianaZone(name);
  if (zone === null) context.addIssue({ code: 'custom', message: 'must be a time zone such as Europe/London or W. Europe Standard Time' });
  return zone;
});

const plan = z.strictObject({ name: givenName, intervalSeconds: z.int().min(60).max(86_400).default(1800) });
const organization = z.strictObject({
  name: givenName,
  mailboxAccess: access.default('graph-app-only'),
  plan: givenName.optional(),
  default: z.boolean().default(false),
});
const user = z.strictObject({
  address,
  name: givenName,
  organization: givenName.optional(),
  plan: givenName.optional(),
  timeZone: timeZone.optional(),
  mailboxAccess: access.optional(),
  objectId,
});
const passwordWords = 'must be true or false: true makes one at random and prints it once; a password itself never stands in this file';
const administrator = z
  .strictObject({
    address,
    name: givenName.optional(),
    role: z.enum(['platform-admin', 'customer-admin', 'organization-user']),
    organization: givenName.optional(),
    password: z.boolean({ error: passwordWords }).default(false),
    objectId,
  })
  .superRefine(({ role, organization: of }, context) => {
    if (role === 'organization-user' && !of)
      context.addIssue({ code: 'custom', path: ['organization'], message: 'is missing: an organization-user is one of an organization' });
    if (role !== 'organization-user' && of)
      context.addIssue({ code: 'custom', path: ['organization'], message: `does not go with the role ${role}; leave it out` });
  });

export const folded = (text: string): string => text.toLowerCase();

type Context = z.RefinementCtx;

/** Nothing may stand twice, whatever its capitals. */
function refuseTwice(context: Context, list: string, field: string, values: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    const first = seen.get(folded(value));
    if (first === undefined) seen.set(folded(value), index);
    else context.addIssue({ code: 'custom', path: [list, index, field], message: `"${value}" stands in ${list}[${first}] already` });
  }
}

/** One customer with what it is to begin with. Everything else is changed in the console, never by this file. */
export const provisionFile = z
  .strictObject({
    customer: z.strictObject({
      name: givenName,
      tenantId: z
        .uuid({ error: 'must be the tenant id of Entra ID (Overview > Tenant ID), such as 5f1c7c2e-9f0a-4b8e-8d52-3a7c1c9f0b11' })
        .transform(folded),
    }),
    plans: z.array(plan).default([]),
    organizations: z.array(organization).default([]),
    users: z.array(user).max(10_000).default([]),
    administrators: z.array(administrator).default([]),
  })
  .superRefine((file, context) => {
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
    refuseTwice(context, 'plans', 'name', names(file.plans));
    refuseTwice(context, 'organizations', 'name', names(file.organizations));
    const addresses = file.users.map((one) => one.address);
    refuseTwice(context, 'users', 'address', addresses);
    const objects = file.users.flatMap((one, index) => (one.objectId ? [{ index, id: one.objectId }] : []));
    for (const [at, { index, id }] of objects.entries())
      if (objects.slice(0, at).some((before) => folded(before.id) === folded(id)))
        context.addIssue({ code: 'custom', path: ['users', index, 'objectId'], message: 'is that of another user of this file' });
    const roles = file.administrators.map((one) => `${one.address}, ${one.role}${one.organization ? ` of ${one.organization}` : ''}`);
    refuseTwice(context, 'administrators', 'role', roles);
    const defaults = file.organizations.flatMap((one, index) => (one.default ? [index] : []));
    for (const index of defaults.slice(1))
      context.addIssue({ code: 'custom', path: ['organizations', index, 'default'], message: 'a customer has one default organization' });
  });

export type ProvisionFile = z.infer<typeof provisionFile>;
