import { z } from 'zod';
import type { ObjectKind } from '../../../core/model/index.ts';
import { SyncFailure } from '../../../core/model/index.ts';
import type { SharingDefault, VisibilityFacts } from '../../../core/sync/index.ts';
import { type Asking, askParts } from '../ask-parts.ts';
import { sobjectOf } from '../objects.ts';
import { createSalesforceClient } from '../salesforce-client.ts';
import type { SalesforceAccess, SalesforceSettings } from '../salesforce-settings.ts';
import { queryPath, soqlText } from '../soql.ts';

const named = z.object({ Name: z.string().nullish(), Type: z.string().nullish() }).nullish();
const organization = z.object({ records: z.array(z.record(z.string(), z.unknown())) });
const people = z.object({ records: z.array(z.object({ UserRoleId: z.string().nullish() })) });
const roles = z.object({ records: z.array(z.object({ Id: z.string(), Name: z.string(), ParentRoleId: z.string().nullish() })) });
const record = z.object({
  IsPrivate: z.boolean().optional(),
  Account: named,
  Who: named,
  What: named,
});
const records = z.object({ records: z.array(record) });

const defaultsOf = {
  DefaultAccountAccess: 'Account',
  DefaultContactAccess: 'Contact',
  DefaultLeadAccess: 'Lead',
  DefaultOpportunityAccess: 'Opportunity',
  DefaultCaseAccess: 'Case',
};
/** Fields of Organization, as the object reference lists their values. */
const meaning: Readonly<Record<string, SharingDefault>> = {
  None: 'none',
  Read: 'read',
  Edit: 'read',
  ReadEditTransfer: 'read',
  All: 'read',
  ControlledByParent: 'parent',
};

type Sharing = Pick<VisibilityFacts, 'defaults' | 'rolesAbove' | 'parents' | 'recordPrivate'>;

/**
 * The org's sharing defaults, the roles above this user, and what a record belongs to: three small requests at most. What this user may not read is not known
 * then. `parents`: what a record that is not there yet would belong to. Throws SyncFailure where Salesforce does not answer at all.
 */
export async function readSharing(
  settings: SalesforceSettings,
  access: SalesforceAccess,
  { object, recordId, parents = [] }: { object: ObjectKind; recordId: string | null; parents?: Sharing['parents'] },
): Promise<Sharing> {
  const asking: Asking = { client: createSalesforceClient(settings, access), settings, access };
  const defaults = await orUnknown(() => askDefaults(asking), {});
  const rolesAbove = await orUnknown(() => askRoles(asking), null);
  const about = recordId === null ? undefined : await askRecord(asking, object, recordId);
  return { defaults, rolesAbove, ...(about ?? { parents, recordPrivate: false }) };
}

async function askDefaults(asking: Asking): Promise<Record<string, SharingDefault>> {
  const { parts } = await askParts(asking, [queryPath(`SELECT ${Object.keys(defaultsOf).join(', ')} FROM Organization LIMIT 1`, false)]);
  const [row = {}] = organization.parse(parts[0]?.body).records;
  return Object.fromEntries(
    Object.entries(defaultsOf).flatMap(([field, name]) => {
      const told = meaning[String(row[field])];
      return told ? [[name, told] as const] : [];
    }),
  );
}

async function askRoles(asking: Asking): Promise<string[]> {
  const { parts } = await askParts(asking, [
    queryPath(`SELECT UserRoleId FROM User WHERE Id = ${soqlText(asking.access.userId)}`, false),
    queryPath('SELECT Id, Name, ParentRoleId FROM UserRole', false),
  ]);
  const byId = new Map(roles.parse(parts[1]?.body).records.map((role) => [role.Id, role]));
  const above: string[] = [];
  let role = byId.get(people.parse(parts[0]?.body).records[0]?.UserRoleId ?? '');
  while (role?.ParentRoleId && above.length < byId.size) {
    role = byId.get(role.ParentRoleId);
    if (role) above.push(role.Name);
  }
  return above;
}

const selected: Readonly<Record<ObjectKind, string | null>> = {
  contact: 'Account.Name',
  event: 'IsPrivate, Who.Name, Who.Type, What.Name, What.Type',
  task: 'Who.Name, Who.Type, What.Name, What.Type',
  email: null,
};

async function askRecord(asking: Asking, object: ObjectKind, id: string): Promise<Pick<Sharing, 'parents' | 'recordPrivate'> | undefined> {
  const fields = selected[object];
  if (fields === null) return undefined;
  const { parts } = await askParts(asking, [queryPath(`SELECT ${fields} FROM ${sobjectOf(object, id)} WHERE Id = ${soqlText(id)}`, false)]);
  const [row] = records.parse(parts[0]?.body).records;
  if (!row) return undefined;
  const parents = [
    ...(row.Account ? [{ object: 'Account', name: row.Account.Name ?? null }] : []),
    ...[row.Who, row.What].flatMap((one) => (one ? [{ object: one.Type ?? 'unknown', name: one.Name ?? null }] : [])),
  ];
  return { parents, recordPrivate: row.IsPrivate === true };
}

async function orUnknown<T>(ask: () => Promise<T>, unknown: T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof SyncFailure && error.error.kind === 'refused' && error.error.scope === 'item') return unknown;
    throw error;
  }
}
