import { randomBytes } from 'node:crypto';
import {
  addAccount,
  addGrant,
  addIdentity,
  expectedProvider,
  hashPassword,
  identityProvider,
  type NewGrant,
} from '../../accounts/index.ts';
import { ConfigFailure } from '../../config/index.ts';
import { recordAct } from '../../store/index.ts';
import type { Work } from './provision.ts';
import { folded, type ProvisionFile } from './provision-file.ts';
import type { Places } from './provision-places.ts';

interface Person {
  address: string;
  name: string;
  objectId: string | undefined;
  password: boolean;
  grants: { grant: NewGrant; label: string }[];
  where: string;
}

interface Made {
  places: Places;
  users: readonly { id: string; address: string }[];
}

/** By its address, else as the one that works with the mailbox: an address may have been changed in the console since. */
const knownAccount = `
  SELECT id, 1 AS rank FROM account WHERE email = $1
  UNION ALL SELECT account_id, 2 FROM role_grant WHERE role = 'user' AND scope_id = ANY ($2::uuid[])
  ORDER BY rank LIMIT 1`;

/** An account for everybody who signs in: users for their own mailbox, administrators for their role; one for a person who is both. */
export async function provisionAccounts(work: Work, file: ProvisionFile, made: Made): Promise<void> {
  for (const person of peopleOf(work, file, made)) {
    const mailboxes = person.grants.flatMap(({ grant }) => (grant.role === 'user' ? [grant.scope.id] : []));
    const [known] = await work.transaction.query<{ id: string }>(knownAccount, [folded(person.address), mailboxes]);
    await refuseOthersIdentity(work, person, known?.id);
    if (known) await complete(work, person, known.id);
    else await add(work, person);
  }
}

function peopleOf({ customerId }: Work, file: ProvisionFile, { places, users }: Made): Person[] {
  const people = new Map<string, Person>();
  const person = (address: string, name: string, objectId: string | undefined, where: string): Person => {
    const one = people.get(folded(address)) ?? { address, name, objectId, password: false, grants: [], where };
    if (one.objectId && objectId && folded(one.objectId) !== folded(objectId))
      throw new ConfigFailure(`${where}.objectId and ${one.where}.objectId differ for ${address}. Correct the one that is wrong.`);
    one.objectId ??= objectId;
    people.set(folded(address), one);
    return one;
  };
  for (const [index, { address, name, objectId }] of file.users.entries()) {
    const id = users[index]?.id ?? null;
    const grant: NewGrant = { role: 'user', scope: { level: 'self', id }, customerId };
    person(address, name, objectId, `users[${index}]`).grants.push({ grant, label: 'own mailbox' });
  }
  for (const [index, wanted] of file.administrators.entries()) {
    const where = `administrators[${index}]`;
    const one = person(wanted.address, wanted.name ?? wanted.address, wanted.objectId, where);
    one.password ||= wanted.password;
    one.grants.push({ grant: grantOf(wanted, customerId, places, where), label: labelOf(wanted) });
  }
  return [...people.values()];
}

type Administrator = ProvisionFile['administrators'][number];

function grantOf({ role, organization }: Administrator, customerId: string, places: Places, where: string): NewGrant {
  if (role === 'platform-admin') return { role, scope: { level: 'platform', id: null }, customerId: null };
  if (role === 'customer-admin') return { role, scope: { level: 'customer', id: customerId }, customerId };
  return { role, scope: { level: 'organization', id: places.organization(organization, `${where}.organization`).id }, customerId };
}

const labelOf = ({ role, organization }: Administrator) => (organization ? `${role} of ${organization}` : role);

async function add(work: Work, person: Person): Promise<void> {
  const { address: email, name, objectId, grants } = person;
  const password = person.password ? randomBytes(15).toString('base64url') : undefined;
  const accountId = await addAccount(work.transaction, making(work), {
    email,
    name,
    ...(objectId ? { identity: { tenantId: work.tenantId, objectId } } : { expectedFrom: work.tenantId }),
    grants: grants.map(({ grant }) => grant),
    passwordHash: password && (await hashPassword(password)),
  });
  for (const { grant } of grants) await note(work, accountId, person, grant);
  const how = password ? `password ${password} (shown this once, kept nowhere), or Microsoft` : 'Microsoft';
  work.say(`account ${email} (${grants.map(({ label }) => label).join(', ')}): added; signs in with ${how}`);
}

/** An account that stands keeps its name and its ways to sign in; a role that was taken from it is not given back. */
async function complete(work: Work, person: Person, accountId: string): Promise<void> {
  const { query } = work.transaction;
  const held = await query<{ role: string; id: string | null; customerId: string | null }>(
    'SELECT role, scope_id AS id, customer_id AS "customerId" FROM role_grant WHERE account_id = $1',
    [accountId],
  );
  const elsewhere = held.some(({ role, customerId }) => role === 'user' && customerId !== work.customerId);
  if (elsewhere && person.grants.some(({ grant }) => grant.role === 'user'))
    throw new ConfigFailure(
      `${person.where}.address: ${person.address} is a user of another customer. An address belongs to one tenant; correct it.`,
    );
  const fresh = person.grants.filter(({ grant }) => !held.some(({ role, id }) => role === grant.role && id === grant.scope.id));
  for (const { grant, label } of fresh) {
    await addGrant(work.transaction, making(work), accountId, grant);
    await note(work, accountId, person, grant);
    work.say(`account ${person.address} (${label}): role added; signs in as before`);
  }
  const identified = await identify(work, person, accountId);
  if (fresh.length === 0 && !identified) work.known(`account ${person.address}`);
}

/** An object id that the file has learnt since: where nobody is known as this account yet. */
async function identify({ transaction, tenantId, ...work }: Work, { address, objectId }: Person, accountId: string): Promise<boolean> {
  if (!objectId) return false;
  const own = [accountId, identityProvider(tenantId)];
  if ((await transaction.query('SELECT id FROM credential WHERE user_id = $1 AND provider_id = $2', own)).length > 0) return false;
  await transaction.execute('DELETE FROM credential WHERE user_id = $1 AND provider_id = $2', [accountId, expectedProvider(tenantId)]);
  await addIdentity(transaction, making(work), accountId, { tenantId, objectId });
  work.say(`account ${address}: known by its object id from now on`);
  return true;
}

async function refuseOthersIdentity({ transaction, tenantId }: Work, person: Person, accountId: string | undefined): Promise<void> {
  if (!person.objectId) return;
  const [other] = await transaction.query<{ email: string }>(
    `SELECT a.email FROM credential c JOIN account a ON a.id = c.user_id
      WHERE c.provider_id = $1 AND c.account_id = $2 AND a.id IS DISTINCT FROM $3::uuid`,
    [identityProvider(tenantId), folded(person.objectId), accountId ?? null],
  );
  if (other) throw new ConfigFailure(`${person.where}.objectId is that of ${other.email} already. Correct the one that is wrong.`);
}

const note = ({ store, ids, transaction, customerId, act }: Work, accountId: string, person: Person, grant: NewGrant): Promise<void> =>
  recordAct(
    store,
    ids,
    transaction,
    { ...act, activities: grant.role === 'user' ? [] : ['access-granted'] },
    {
      customerId,
      ...(grant.scope.level === 'self' ? { userId: grant.scope.id } : {}),
      ...(grant.scope.level === 'organization' ? { organizationId: grant.scope.id } : {}),
      action: 'grant role',
      targetKind: 'account',
      targetId: accountId,
      before: null,
      after: { email: person.address, role: grant.role, scope: grant.scope },
      announcements: [],
    },
  );

const making = ({ ids, act }: Pick<Work, 'ids' | 'act'>) => ({ newId: () => ids.next(), at: act.at });
