import { ConfigFailure } from '../../config/index.ts';
import { addUser, recordAct } from '../../store/index.ts';
import type { Work } from './provision.ts';
import { folded, type ProvisionFile } from './provision-file.ts';
import type { Places } from './provision-places.ts';

interface KnownUser {
  id: string;
  email: string;
  mailbox: string;
  directoryId: string | null;
}

type Wanted = ProvisionFile['users'][number];

/** Answers the user of each entry of the file, in its order. Nobody's mailbox is added twice, under whichever of its addresses it stands. */
export async function provisionUsers(work: Work, file: ProvisionFile, places: Places): Promise<{ id: string; address: string }[]> {
  const known = await work.transaction.query<KnownUser>(
    'SELECT id, lower(email) AS email, lower(mailbox_address) AS mailbox, graph_user_id AS "directoryId" FROM "user" ORDER BY created_at, id',
  );
  const users: { id: string; address: string }[] = [];
  for (const [index, wanted] of file.users.entries()) {
    const where = `users[${index}]`;
    const one = knownAs(known, wanted, where);
    if (one && !(await identify(work, wanted, one))) work.known(`user ${wanted.address}`);
    const id = one?.id ?? (await add(work, wanted, places, where));
    users.push({ id, address: wanted.address });
  }
  return users;
}

function knownAs(known: readonly KnownUser[], wanted: Wanted, where: string): KnownUser | undefined {
  const address = folded(wanted.address);
  const byAddress = known.find((one) => one.email === address || one.mailbox === address);
  const byObject = wanted.objectId && known.find((one) => one.directoryId === folded(wanted.objectId ?? ''));
  if (byAddress && byObject && byAddress.id !== byObject.id)
    throw new ConfigFailure(
      `${where}: ${wanted.address} and objectId ${wanted.objectId} are two users of this customer (${byAddress.email}, ${byObject.email}). Correct the one that is wrong.`,
    );
  return byAddress ?? (byObject || undefined);
}

/** An object id that the file has learnt since. Once the mailbox is configured its items hang on how it was known until then. */
async function identify({ store, ids, transaction, customerId, act, say }: Work, wanted: Wanted, { id }: KnownUser): Promise<boolean> {
  if (!wanted.objectId) return false;
  const directoryId = folded(wanted.objectId);
  const changed = await transaction.execute(
    'UPDATE "user" SET graph_user_id = $2, updated_at = $3 WHERE id = $1 AND graph_user_id IS NULL AND configured_at IS NULL',
    [id, directoryId, act.at],
  );
  if (changed === 0) return false;
  const change = { action: 'update user', targetKind: 'user', targetId: id, before: { directoryId: null }, after: { directoryId } };
  await recordAct(store, ids, transaction, act, { customerId, userId: id, ...change, announcements: [] });
  say(`user ${wanted.address}: known by its object id from now on`);
  return true;
}

async function add(work: Work, wanted: Wanted, places: Places, where: string): Promise<string> {
  const organization = places.organization(wanted.organization, `${where}.organization`);
  const plan = places.plan(wanted.plan, `${where}.plan`);
  const mailboxAccess = wanted.mailboxAccess ?? organization.mailboxAccess;
  const fresh = {
    customerId: work.customerId,
    organizationId: organization.id,
    planId: plan?.id ?? organization.planId ?? places.firstPlan.id,
    email: wanted.address,
    displayName: wanted.name,
    mailboxAccess,
    timeZone: wanted.timeZone ?? null,
    directoryId: wanted.objectId ? folded(wanted.objectId) : null,
  };
  const id = await addUser(work.store, work.ids, work.transaction, fresh, { ...work.act, activities: ['employee-added', 'plan-assigned'] });
  work.say(`user ${wanted.address} in ${organization.name} (${mailboxAccess}, off until connected): added`);
  return id;
}
