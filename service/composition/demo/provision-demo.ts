import { ianaZone } from '../../../core/mapping/index.ts';
import type { Ids } from '../../../core/sync/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { SalesforceOAuth } from '../../salesforce/tokens/index.ts';
import type { SecretBox } from '../../secrets/index.ts';
import type { Store } from '../../store/index.ts';
import { salesforceSecret } from '../connections.ts';
import { firstToken } from '../token-vault.ts';
import { demoAccounts } from './demo-accounts.ts';
import { type DemoUser, insertDemo } from './insert-demo.ts';
import { readWorld } from './read-world.ts';
import { signInSalesforce } from './sign-in-salesforce.ts';

export interface DemoParts {
  store: Store;
  accounts: Accounts;
  secrets: SecretBox;
  oauth: SalesforceOAuth;
  ids: Ids;
  now(): number;
  world: string;
  tenantId: string;
  /** Everything that was imported is to be synced: the calendar window is opened as far as it goes. */
  imported: boolean;
  tell(line: string): void;
}

/**
 * Sandbox mode, first start: the tenant of the world becomes a customer with an organization per company, every person who is in both systems a
 * connected, enabled user. Access is app-only to the mailboxes and each user's own to Salesforce.
 */
export async function provisionDemo(parts: DemoParts): Promise<void> {
  const people = await readWorld(parts.world);
  const both = people.flatMap((person) => (person.salesforce?.isActive ? [{ ...person, salesforce: person.salesforce }] : []));
  parts.tell(`connecting ${both.length} users to Salesforce`);
  const at = new Date(parts.now()).toISOString();
  const grants = await Promise.all(both.map((person) => signInSalesforce(parts.oauth, person.salesforce.username)));
  const users = both.map((person, index): DemoUser => {
    const grant = grants[index];
    if (!grant?.orgId) throw new Error('Salesforce did not say which org it is.');
    return {
      id: parts.ids.next(),
      email: person.address,
      name: person.displayName,
      graphUserId: person.id,
      zone: ianaZone(person.timeZone) ?? 'UTC',
      company: person.salesforce.company ?? 'Fernwood',
      salesforceUserId: person.salesforce.id,
      salesforceOrgId: grant.orgId,
      instanceUrl: grant.instanceUrl,
    };
  });
  const demo = await insertDemo(parts, users, at);
  for (const [index, user] of users.entries()) {
    const grant = grants[index];
    const context = { customerId: demo.customerId, ownerId: user.id, kind: salesforceSecret };
    if (grant) await parts.secrets.put(context, firstToken(grant), at);
  }
  for (const account of demoAccounts(demo, users)) await parts.accounts.provision(account);
}
