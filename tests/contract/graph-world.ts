import { createGraph, type GraphCaller, type GraphEmulator } from '../../sandbox/graph/index.ts';
import { addExamplePerson } from '../../sandbox/graph/testing/example-person.ts';
import { createDesk, type Desk } from '../../sandbox/world/desk.ts';

export const ann = '10000000-0000-4000-8000-000000000001';
export const bob = '10000000-0000-4000-8000-000000000002';

/** Two mailboxes. Token `ann`: Ann signed in; token `app`: an application with all rights. */
export function graphWorld(): { desk: Desk; graph: GraphEmulator } {
  const rights = [
    'User.Read.All',
    'Application.Read.All',
    'Contacts.ReadWrite',
    'Calendars.ReadWrite',
    'Mail.ReadWrite',
    'MailboxSettings.ReadWrite',
    'Tasks.ReadWrite.All',
    'Group.Read.All',
    'Sites.Read.All',
  ];
  const callers: Record<string, GraphCaller> = {
    ann: { kind: 'delegated', userId: ann, scopes: rights },
    app: { kind: 'application', appId: '20000000-0000-4000-8000-000000000001', roles: rights },
  };
  const desk = createDesk();
  const send = async (url: string) => {
    const token = new URL(url).searchParams.get('validationToken');
    return token === null ? new Response(null, { status: 202 }) : new Response(token, { headers: { 'content-type': 'text/plain' } });
  };
  const graph = createGraph({ desk, authenticate: async (bearer) => callers[bearer], send });
  for (const [id, name] of Object.entries({ [ann]: 'Ann', [bob]: 'Bob' }))
    addExamplePerson(graph, { id, name, address: `${name.toLowerCase()}@contoso.example`, timeZone: 'Pacific Standard Time' });
  return { desk, graph };
}
