import type { Transaction } from '../transaction.ts';

/** HTTP requests made for one mailbox: to Salesforce by schedules, to Salesforce while a person waited, to Microsoft Graph. */
export interface Spent {
  salesforce: number;
  people: number;
  outlook: number;
}

const keptHours = 48;

const add = `
  INSERT INTO spending AS s (customer_id, user_id, hour, salesforce_org_id, salesforce, people, outlook)
  SELECT customer_id, id, $2, salesforce_org_id, $3, $4, $5 FROM "user" WHERE id = $1
  ON CONFLICT (user_id, hour) DO UPDATE SET salesforce = s.salesforce + excluded.salesforce, people = s.people + excluded.people,
    outlook = s.outlook + excluded.outlook, salesforce_org_id = excluded.salesforce_org_id`;

/** Books what was sent for a mailbox, and forgets what is older than two days. */
export async function spend({ execute }: Transaction, userId: string, spent: Spent, at: string): Promise<void> {
  if (spent.salesforce + spent.people + spent.outlook === 0) return;
  const hour = new Date(Math.floor(Date.parse(at) / 3_600_000) * 3_600_000).toISOString();
  await execute(add, [userId, hour, spent.salesforce, spent.people, spent.outlook]);
  const oldest = new Date(Date.parse(hour) - keptHours * 3_600_000).toISOString();
  await execute('DELETE FROM spending WHERE user_id = $1 AND hour < $2', [userId, oldest]);
}
