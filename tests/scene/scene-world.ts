import type { GraphEmulator, Mailbox } from '../../sandbox/graph/index.ts';
import { createGraph } from '../../sandbox/graph/index.ts';
import { addExamplePerson } from '../../sandbox/graph/testing/example-person.ts';
import { createSalesforce, type SalesforceEmulator } from '../../sandbox/salesforce/index.ts';
import { createDesk, type Desk } from '../../sandbox/world/desk.ts';
import { serve } from './serve.ts';

export const tenantId = '7b1f6a52-0000-4000-8000-00000000abcd';
export const allRoles = [
  'User.Read.All',
  'Contacts.ReadWrite',
  'Calendars.ReadWrite',
  'Mail.ReadWrite',
  'MailboxSettings.ReadWrite',
  'Tasks.ReadWrite.All',
];

/** Both emulators over one world in memory, each on a port of its own, and the people in them. */
export interface SceneWorld {
  desk: Desk;
  graph: GraphEmulator;
  salesforce: SalesforceEmulator;
  graphUrl: string;
  salesforceUrl: string;
  people: WorldPerson[];
  /** Bearer tokens that Graph accepts; delete one and it answers 401. */
  graphTokens: Set<string>;
  close(): Promise<void>;
}

export interface WorldPerson {
  name: string;
  address: string;
  graphId: string;
  salesforceId: string;
  mailbox: Mailbox;
}

const names = ['Ann', 'Bob', 'Cid', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida', 'Jon', 'Kim'];

export async function openSceneWorld(count: number): Promise<SceneWorld> {
  const desk = createDesk();
  const graphTokens = new Set(['app']);
  const caller = { kind: 'application' as const, appId: 'lockstep', roles: allRoles };
  const graph = createGraph({ desk, authenticate: async (bearer) => (graphTokens.has(bearer) ? caller : readerOf(bearer)) });
  let salesforceUrl = '';
  const salesforce = createSalesforce({ desk, url: () => salesforceUrl });
  const [graphServer, salesforceServer] = await Promise.all([serve(graph.app), serve(salesforce.app)]);
  salesforceUrl = salesforceServer.url;
  const people = names.slice(0, count).map((name, index) => addPerson(graph, salesforce, name, index));
  return {
    desk,
    graph,
    salesforce,
    graphUrl: graphServer.url,
    salesforceUrl,
    people,
    graphTokens,
    close: async () => {
      await Promise.all([graphServer.close(), salesforceServer.close()]);
    },
  };
}

/** "reads:ID": that person signed in to read Teams and sites. */
function readerOf(bearer: string) {
  const [kind, userId = ''] = bearer.split(':');
  if (kind !== 'reads') return undefined;
  return { kind: 'delegated' as const, userId, scopes: ['Group.Read.All', 'Sites.Read.All', 'User.Read'] };
}

function addPerson(graph: GraphEmulator, salesforce: SalesforceEmulator, name: string, index: number): WorldPerson {
  const address = `${name.toLowerCase()}@lockstep.example`;
  const graphId = `10000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
  addExamplePerson(graph, { id: graphId, name, address });
  const mailbox = graph.mailbox(address);
  if (!mailbox) throw new Error(`no mailbox for ${address}`);
  const user = salesforce.org.user(address)?.Id ?? newSalesforceUser(salesforce, name, address);
  return { name, address, graphId, salesforceId: String(user), mailbox };
}

function newSalesforceUser(salesforce: SalesforceEmulator, name: string, address: string): string {
  return salesforce.org.insert('User', {
    Username: address,
    Email: address,
    FirstName: name,
    LastName: 'Example',
    Alias: name.toLowerCase(),
    IsActive: true,
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
}
