import type { Ids } from '../../../core/sync/index.ts';
import { ConfigFailure } from '../../config/index.ts';
import { type Acting, addCustomer, type Store, type Transaction } from '../../store/index.ts';
import { provisionAccounts } from './provision-accounts.ts';
import type { ProvisionFile } from './provision-file.ts';
import { provisionPlaces } from './provision-places.ts';
import { provisionUsers } from './provision-users.ts';

/** What each step works with, in the one transaction of the command. */
export interface Work {
  store: Pick<Store, 'auditKey'>;
  ids: Ids;
  transaction: Transaction;
  customerId: string;
  tenantId: string;
  /** Nobody signed in did this: who runs commands on the server. */
  act: Acting;
  /** A line for each thing that was done; printed when all of it is saved. */
  say(line: string): void;
  /** The same for what stands already, by its name. */
  known(what: string): void;
}

export interface Provisioned {
  lines: string[];
  /** How many things are new. */
  added: number;
}

/**
 * Makes what the file names and is not there yet: all of it or nothing. What stands is left as it is, and nothing is taken away, so the same file
 * may be used again with more in it.
 */
export async function provision({ store, ids, now }: { store: Store; ids: Ids; now(): number }, file: ProvisionFile): Promise<Provisioned> {
  const { name, tenantId } = file.customer;
  const [known] = await store.asSystem(({ query }) =>
    query<{ id: string }>('SELECT id FROM customer WHERE lower(tenant_id) = $1', [tenantId]),
  );
  const customerId = known?.id ?? ids.next();
  const at = new Date(now()).toISOString();
  const act: Acting = { actor: null, onBehalfOf: null, reason: 'npm run provision', source: 'provision', at, activities: [] };
  return store.asCustomers([customerId], async (transaction) => {
    const lines: string[] = [];
    let added = 0;
    const say = (line: string) => {
      lines.push(line);
      added += 1;
    };
    const work: Work = { store, ids, transaction, customerId, tenantId, act, say, known: (what) => lines.push(`${what}: there already`) };
    // Two commands at once, or a name given in the console meanwhile: the second waits and sees what the first made.
    await transaction.execute("SELECT pg_advisory_xact_lock(hashtextextended('organization ' || $1, 0))", [customerId]);
    if (known) work.known(`customer ${await nameOf(work)}`);
    else if (await addCustomer(store, ids, transaction, { id: customerId, name, tenantId }, act)) work.say(`customer ${name}: added`);
    else throw new ConfigFailure('Another run is adding this customer at this moment. Run it again when that one has ended.');
    const places = await provisionPlaces(work, file);
    const users = await provisionUsers(work, file, places);
    await provisionAccounts(work, file, { places, users });
    return { lines, added };
  });
}

async function nameOf({ transaction, customerId }: Work): Promise<string> {
  const [row] = await transaction.query<{ name: string }>('SELECT name FROM customer WHERE id = $1', [customerId]);
  return row?.name ?? '';
}
