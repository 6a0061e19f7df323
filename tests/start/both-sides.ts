import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ask, databaseFolder } from './command.ts';

export interface BothSides {
  outlookContacts: string[];
  salesforceContacts: string[];
  outlookEvents: string[];
  salesforceEvents: string[];
  links: Record<string, number>;
}

interface Item {
  displayName?: string;
  givenName?: string;
  surname?: string;
  subject?: string;
  FirstName?: string;
  LastName?: string;
  Subject?: string;
}

/** What stands in a person's mailbox and Salesforce, by name and in order, and the links between them. */
export async function bothSides(world: string, person: string, data: string): Promise<BothSides> {
  const at = `${world}/users/${person}`;
  const items = async (path: string, name: (item: Item) => unknown) =>
    (await ask<{ items: Item[] }>('GET', `${at}/${path}`)).items.map((item) => String(name(item))).sort();
  return {
    outlookContacts: await items('contacts', (item) => `${item.givenName} ${item.surname}`),
    salesforceContacts: await items('salesforce/Contact', (item) => `${item.FirstName} ${item.LastName}`),
    outlookEvents: await items('events', (item) => item.subject),
    salesforceEvents: await items('salesforce/Event', (item) => item.Subject),
    links: await countLinks(data, person),
  };
}

/** Links of a mailbox by object and state, read as the administrator of the embedded server. */
async function countLinks(data: string, person: string): Promise<Record<string, number>> {
  const rows = await inDatabase<{ what: string; links: number }>(
    data,
    `SELECT l.object || ' ' || l.state AS what, count(*)::int AS links FROM link l JOIN "user" u ON u.id = l.user_id
      WHERE u.email = $1 GROUP BY 1 ORDER BY 1`,
    [person],
  );
  return Object.fromEntries(rows.map(({ what, links }) => [what, links]));
}

export async function inDatabase<T extends object>(data: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const folder = databaseFolder(data);
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(join(folder, 'lockstep.password'), 'utf8').trim();
  const client = new pg.Client({ connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/lockstep` });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
