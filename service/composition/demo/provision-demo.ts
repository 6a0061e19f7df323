import { ianaZone } from '../../../core/mapping/index.ts';
import type { Ids } from '../../../core/sync/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { EntraSettings } from '../../graph/tokens/index.ts';
import type { SalesforceOAuth } from '../../salesforce/tokens/index.ts';
import type { SecretBox } from '../../secrets/index.ts';
import type { Store } from '../../store/index.ts';
import { mailboxSecret, salesforceSecret } from '../connections.ts';
import { firstToken } from '../token-vault.ts';
import { demoAccounts } from './demo-accounts.ts';
import { type DemoUser, insertDemo } from './insert-demo.ts';
import { provisionSources } from './provision-sources.ts';
import { readWorld } from './read-world.ts';
import { signInMailbox } from './sign-in-mailbox.ts';
import { signInSalesforce } from './sign-in-salesforce.ts';
import { windowOfImport } from './window-of-import.ts';

export interface DemoParts {
  store: Store;
  accounts: Accounts;
  secrets: SecretBox;
  oauth: SalesforceOAuth;
  entra: EntraSettings;
  ids: Ids;
  now(): number;
  world: string;
  tenantId: string;
  /** Everything that was imported is to be synced: the calendar window is opened as wide as the import. */
  imported: boolean;
  tell(line: string): void;
}

/** Its people connect their mailboxes by signing in; for the others the administrator's consent does. */
const delegatedCompany = 'Quillmoor Energy';

/**
 * Sandbox mode, first start: the tenant of the world becomes a customer with an organization per company, every person who is in both systems a
 * connected, enabled user. Access to the mailboxes is app-only, but in one company each user's own, as it is to Salesforce everywhere.
 */
export async function provisionDemo(parts: DemoParts): Promise<void> {
  const people = await readWorld(parts.world);
  const both = people.flatMap((person) => (person.salesforce?.isActive ? [{ ...person, salesforce: person.salesforce }] : []));
  parts.tell(`connecting ${both.length} users to Salesforce, those of ${delegatedCompany} to their mailboxes too`);
  const at = new Date(parts.now()).toISOString();
  const connect = async (person: (typeof both)[number]) => {
    const delegated = person.salesforce.company === delegatedCompany;
    const [salesforce, mailbox] = await Promise.all([
      signInSalesforce(parts.oauth, person.salesforce.username),
      delegated ? signInMailbox(parts.entra, parts.tenantId, person.address) : null,
    ]);
    return { salesforce, mailbox };
  };
  const grants = await Promise.all(both.map(connect));
  const users = both.map((person, index): DemoUser => {
    const grant = grants[index]?.salesforce;
    if (!grant?.orgId) throw new Error('Salesforce did not say which org it is.');
    return {
      id: parts.ids.next(),
      email: person.address,
      name: person.displayName,
      graphUserId: person.id,
      zone: ianaZone(person.timeZone) ?? 'UTC',
      company: person.salesforce.company ?? 'Fernwood',
      mailboxAccess: grants[index]?.mailbox ? 'graph-delegated' : 'graph-app-only',
      salesforceUserId: person.salesforce.id,
      salesforceOrgId: grant.orgId,
      instanceUrl: grant.instanceUrl,
    };
  });
  const calendars = people.flatMap(({ calendar }) => calendar ?? []);
  const window = parts.imported ? windowOfImport(calendars, parts.now()) : null;
  const demo = await insertDemo({ ...parts, window }, users, at);
  for (const [index, user] of users.entries()) {
    const owner = { customerId: demo.customerId, ownerId: user.id };
    const { salesforce, mailbox } = grants[index] ?? {};
    if (salesforce) await parts.secrets.put({ ...owner, kind: salesforceSecret }, firstToken(salesforce), at);
    if (mailbox) await parts.secrets.put({ ...owner, kind: mailboxSecret }, firstToken(mailbox), at);
  }
  const [owner] = users;
  if (owner) await provisionSources(parts, demo, owner, at);
  for (const account of demoAccounts(demo, users)) await parts.accounts.provision(account);
}
