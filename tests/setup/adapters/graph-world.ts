import { expect } from 'vitest';
import { objectMaps } from '../../../core/mapping/index.ts';
import type { Collection } from '../../../core/model/index.ts';
import type { Provider, ReadPage, Write, WriteAnswer } from '../../../core/sync/index.ts';
import { createGraph, type GraphCaller, type GraphEmulator, type Mailbox } from '../../../sandbox/graph/index.ts';
import { addExamplePerson } from '../../../sandbox/graph/testing/example-person.ts';
import { createDesk, type Desk } from '../../../sandbox/world/desk.ts';
import { createPacer, type GraphAccess, type GraphSettings, openGraph } from '../../../service/graph/index.ts';
import { window } from './collection.ts';
import { heldAgainstDescription } from './held-against-description.ts';
import { listen } from './listen.ts';
import { worldClock } from './world-clock.ts';

export const ann = { id: '10000000-0000-4000-8000-000000000001', address: 'ann@contoso.example' };
export const bob = { id: '10000000-0000-4000-8000-000000000002', address: 'bob@contoso.example' };

export interface GraphWorld {
  desk: Desk;
  graph: GraphEmulator;
  clock: ReturnType<typeof worldClock>;
  settings: GraphSettings;
  open(access?: Partial<GraphAccess>): Provider;
  mailbox(address?: string): Mailbox;
  close(): Promise<void>;
}

/** A Graph emulator on a free port with two mailboxes, Ann's and Bob's; tokens are "app" (all rights) and whatever `callers` adds. */
export async function graphWorld(callers: Record<string, GraphCaller> = {}): Promise<GraphWorld> {
  const desk = createDesk();
  const graph = createGraph({ desk, authenticate: async (bearer) => ({ ...tokens, ...callers })[bearer] });
  for (const [user, name] of [
    [ann, 'Ann'],
    [bob, 'Bob'],
  ] as const)
    addExamplePerson(graph, { ...user, name });
  const described = heldAgainstDescription(graph.app);
  const server = await listen(described.app);
  const clock = worldClock(desk);
  const ids = idsInOrder();
  const settings: GraphSettings = {
    baseUrl: server.url,
    clock,
    ids,
    random: () => 0.5,
    pacer: createPacer(clock),
    select: (object) => objectMaps[object].outlookSelect,
  };
  const base: GraphAccess = { mailbox: ann.address, window, accessToken: async () => 'app', stop: new AbortController().signal };
  return {
    desk,
    graph,
    clock,
    settings,
    open: (access) => openGraph(settings, { ...base, ...access }),
    mailbox: (address = ann.address) => graph.mailbox(address) as Mailbox,
    async close() {
      await server.close();
      expect(described.problems).toEqual([]);
    },
  };
}

function idsInOrder(): GraphSettings['ids'] {
  let last = 0;
  return {
    next() {
      last += 1;
      return `id-${last}`;
    },
  };
}

const roles = [
  'User.Read.All',
  'Contacts.ReadWrite',
  'Calendars.ReadWrite',
  'Mail.ReadWrite',
  'MailboxSettings.ReadWrite',
  'Tasks.ReadWrite.All',
];
const tokens: Record<string, GraphCaller> = { app: { kind: 'application', appId: 'app', roles } };

/** Reads the collections to the end and keeps their cursors, as the engine does. */
export async function readAll(provider: Provider, collections: Collection[]): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for await (const page of provider.read(collections.map((one) => ({ collection: one })))) {
    pages.push(page);
    const read = collections.find((one) => one.id === page.collectionId);
    if (read && !page.lost) Object.assign(read, { cursor: page.cursor, phase: page.complete ? 'incremental' : read.phase });
  }
  return pages;
}

export async function writeAll(provider: Provider, writes: readonly Write[]): Promise<WriteAnswer[]> {
  const answers: WriteAnswer[] = [];
  for await (const some of provider.write(writes)) answers.push(...some);
  return answers;
}

let made = 0;
export function write(part: Partial<Write> & Pick<Write, 'object' | 'operation'>): Write {
  made += 1;
  return { intentId: `intent-${made}`, remoteId: null, key: null, expectedVersion: null, body: null, maybeSent: false, ...part };
}
