import { createDesk, type Desk } from '../../world/desk.ts';
import { createGraph, type GraphEmulator } from '../create-graph.ts';
import type { Limits } from '../http/slots.ts';
import type { Send } from '../subscriptions/notifier.ts';
import { addExamplePerson } from './example-person.ts';

/** An answer read once: status, headers, JSON. */
export interface Read {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  body: any;
}
export const ann = '10000000-0000-4000-8000-000000000001';
export const bob = '10000000-0000-4000-8000-000000000002';

export interface SmallWorld {
  desk: Desk;
  graph: GraphEmulator;
  /** a request of the application "app" with all rights; `path` below /v1.0 */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Read>;
}

/** Two users, Ann and Bob, and tokens: `app`, `app-read`, `ann` (delegated), `other-app`. */
export function smallWorld(options: { desk?: Desk; limits?: Limits; send?: Send } = {}): SmallWorld {
  const desk = options.desk ?? createDesk();
  const graph = createGraph({ desk, authenticate: async (bearer) => callers[bearer], limits: options.limits, send: options.send });
  if (graph.users.size === 0) {
    for (const [id, name] of [
      [ann, 'Ann'],
      [bob, 'Bob'],
    ] as const)
      addExamplePerson(graph, { id, name, address: `${name.toLowerCase()}@contoso.example` });
  }
  return { desk, graph, call: (...request) => send(graph, ...request) };
}

const everything = [
  'User.Read.All',
  'Contacts.ReadWrite',
  'Calendars.ReadWrite',
  'Mail.ReadWrite',
  'MailboxSettings.ReadWrite',
  'Tasks.ReadWrite.All',
  'Group.ReadWrite.All',
  'Sites.Read.All',
];
const callers: Record<string, Parameters<typeof createGraph>[0]['authenticate'] extends (b: string) => Promise<infer C> ? C : never> = {
  app: { kind: 'application', appId: 'app', roles: everything },
  'other-app': { kind: 'application', appId: 'other', roles: everything },
  'app-read': { kind: 'application', appId: 'reader', roles: ['Contacts.Read'] },
  ann: {
    kind: 'delegated',
    userId: ann,
    scopes: ['User.Read', 'Contacts.ReadWrite', 'Calendars.ReadWrite', 'Group.Read.All', 'Sites.Read.All'],
  },
};

async function send(
  graph: GraphEmulator,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Read> {
  const url = path.startsWith('http') ? path : `http://graph.local/v1.0${path}`;
  const init: RequestInit = { method, headers: { authorization: 'Bearer app', ...headers } };
  if (body !== undefined) {
    init.body = typeof body === 'string' ? body : JSON.stringify(body);
    init.headers = { 'content-type': 'application/json', ...init.headers };
  }
  const answer = await graph.app.request(url, init);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
}
