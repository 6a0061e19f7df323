import { createHash } from 'node:crypto';
import { objectMaps } from '../../core/mapping/index.ts';
import { type ObjectKind, type SessionCount, type Side, SyncFailure } from '../../core/model/index.ts';
import type { Provider } from '../../core/sync/index.ts';
import type { Fault } from '../../sandbox/faults/faults.ts';
import { type BudgetBook, createBudgetBook } from '../../service/composition/budget-book.ts';
import { createInboxes } from '../../service/composition/salesforce-inboxes.ts';
import { createPacer, openGraph } from '../../service/graph/index.ts';
import type { LaneParts } from '../../service/lanes/lane-parts.ts';
import type { ProviderDesk } from '../../service/lanes/ports.ts';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import {
  createAccountLooks,
  createFieldSights,
  createLeadSights,
  createTaskStatuses,
  createWriteGuards,
  openSalesforce,
  type SalesforceAccess,
  type SalesforceSettings,
} from '../../service/salesforce/index.ts';
import { laneDesk, laneStore, noteUsage, type OrgChange, type Store, sharesOf, uuidV7 } from '../../service/store/index.ts';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';
import { openSource } from './open-source.ts';
import { sceneClock } from './scene-clock.ts';
import type { SceneSession } from './scene-session.ts';
import { openSceneWorld, type SceneWorld, tenantId, type WorldPerson } from './scene-world.ts';
import { seedScene } from './seed-scene.ts';

export interface ScenePerson extends WorldPerson {
  userId: string;
}

/** A whole small world with the real engine, adapters and database, and a hand on the clock. */
export interface Scene extends Omit<SceneWorld, 'people'> {
  store: Store;
  customerId: string;
  people: ScenePerson[];
  /** Runs one session of this mailbox now (the first person's unless told). */
  sync(person?: ScenePerson): Promise<SceneSession>;
  /** Runs until a session has nothing to write, at most five times, 31 minutes apart; answers the sessions. */
  settle(person?: ScenePerson): Promise<SceneSession[]>;
  advance(milliseconds: number): void;
  /** As after an end of all our processes: what they held in memory is gone. The pacer stays, since processes share what it knows. */
  restart(): void;
  faults(script: Fault[]): void;
  counters(): Record<string, number>;
  /** Salesforce records that are not deleted. */
  records(sobject: string): Record<string, unknown>[];
  /** Rows of a walled table of this scene's customer. */
  rows<T extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
  parts: LaneParts;
  waits: number[];
  /** What administrators were told of the Salesforce org. */
  orgNews: OrgChange[];
}

export interface SceneOptions {
  people?: number;
  settings?: Record<string, unknown>;
  /** Stands between engine and provider, to count or to break. */
  wrap?: (provider: Provider) => Provider;
  /** The same one level below: between adapter and network. */
  fetch?: Partial<Record<Side, typeof fetch>>;
  /** Many scenes may share one database, a customer each; it is then left open. */
  database?: FreshDatabase;
  /** Salesforce's own id of the org: customers may work in one. Else each scene of a database has its own. */
  orgId?: string;
}

export const minutes = 60_000;
export const days = 24 * 60 * minutes;

export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const database = options.database ?? (await freshDatabase());
  const world = await openSceneWorld(options.people ?? 1);
  const clock = sceneClock(world.desk.clock);
  const ids = uuidV7(() => clock.now());
  const { store } = database;
  const orgNews: OrgChange[] = [];
  const orgId = options.orgId ?? (options.database ? `00D${ids.next().slice(-15)}` : world.salesforce.org.id18);
  const { customerId, people } = await seedScene(store, world, {
    ids,
    orgId,
    now: clock.now(),
    settings: options.settings ?? {},
    shared: options.database !== undefined,
  });
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const noting = new Set<Promise<void>>();
  const budget = createBudgetBook({
    clock,
    shares: (customer, orgId, now) => sharesOf(store, customer, orgId, now),
    note: (usage) => void noting.add(noteUsage(store, usage)),
  });
  const inbox = createInboxes({ store, clock, wall: () => Date.now(), openReader: sceneReader(world, people, clock, orgId), failed });
  const pacer = createPacer(clock);
  const openProviders = () => sceneProviders(world, { clock, ids, budget, inbox, pacer }, { ...options, orgId });
  const parts: LaneParts = {
    desk: laneDesk(store, ids),
    store: laneStore(store, ids),
    providers: openProviders(),
    maps: objectMaps,
    notices: { suspended: async () => {}, orgChanged: async (_facts, change) => void orgNews.push(change) },
    clock,
    wall: () => Date.now(),
    ids,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    random: () => 0.5,
    worker: 'scene',
    report: () => {},
  };
  const rows: Scene['rows'] = (sql, values = []) => store.asCustomers([customerId], ({ query }) => query(sql, values));
  const sync: Scene['sync'] = async (person = people[0] as ScenePerson) => {
    await Promise.all(noting);
    await makeDue(store, person.userId, clock.now());
    const result = await runMailbox(parts, person.userId, new AbortController().signal);
    if (result !== 'ended') throw new Error(`the mailbox did not run: ${result}`);
    const [session] = await rows<SceneSession>(
      'SELECT id, state, counts, requests, reason, error FROM session WHERE user_id = $1 ORDER BY started_at DESC, id DESC LIMIT 1',
      [person.userId],
    );
    return session as SceneSession;
  };
  return {
    ...world,
    store,
    customerId,
    people,
    parts,
    rows,
    sync,
    waits: clock.waits,
    orgNews,
    async settle(person) {
      const sessions: SceneSession[] = [];
      for (let run = 0; run < 5; run += 1) {
        sessions.push(await sync(person));
        if (run > 0 && written(sessions.at(-1) as SceneSession) === 0) break;
        world.desk.clock.advance(31 * minutes);
      }
      return sessions;
    },
    advance: (milliseconds) => {
      world.desk.clock.advance(milliseconds);
    },
    restart() {
      Object.assign(parts, { desk: laneDesk(store, ids), store: laneStore(store, ids), providers: openProviders() });
    },
    faults: (script) => world.desk.faults.set(script),
    counters: () => world.desk.faults.counters,
    records: (sobject) => [...world.salesforce.org.records(sobject)].filter((row) => !row.IsDeleted),
    close: async () => {
      await world.close();
      await Promise.all(noting);
      if (!options.database) await database.close();
      if (failures.length > 0) throw failures[0];
    },
  };
}

/** Creates, updates and deletes of a session, both ways. */
export function written(session: SceneSession): number {
  return session.counts.reduce((sum, part) => sum + part.created + part.updated + part.deleted, 0);
}

/** One figure of a session: `count(session, 'contact', 'up', 'created')`. */
export function count(session: SceneSession, object: string, direction: 'up' | 'down', what: keyof SessionCount): number {
  const part = session.counts.find((entry) => entry.object === object && entry.direction === direction);
  return Number(part?.[what] ?? 0);
}

async function makeDue(store: Store, userId: string, now: number): Promise<void> {
  await store.asSystem(({ execute }) =>
    execute('UPDATE lane SET due_at = $2, parked_until = NULL WHERE user_id = $1', [userId, new Date(now).toISOString()]),
  );
}

/** As the service's own tokens fail: with a sign-in that was refused. */
function signedIn(issue: () => string): string {
  try {
    return issue();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new SyncFailure({ kind: 'sign-in', final: true, side: 'salesforce', code: 'invalid_grant', message });
  }
}

/** The reader's way into Salesforce: the person who was named as reader. */
function sceneReader(world: SceneWorld, people: readonly ScenePerson[], clock: ReturnType<typeof sceneClock>, orgId: string) {
  return async (_customerId: string, userId: string) => {
    const person = people.find((one) => one.userId === userId);
    if (!person) throw new Error(`nobody is ${userId}`);
    const settings = { apiVersion: '62.0', clock, random: () => 0.5, fields: () => [] };
    const access = {
      instanceUrl: world.salesforceUrl,
      userId: person.salesforceId,
      orgId,
      window: { start: '', end: '' },
      accessToken: async () => signedIn(() => world.salesforce.issueToken(person.address)),
      stop: new AbortController().signal,
    };
    return { settings, access };
  };
}

interface ProviderParts {
  clock: ReturnType<typeof sceneClock>;
  ids: ReturnType<typeof uuidV7>;
  budget: BudgetBook;
  inbox: ReturnType<typeof createInboxes>;
  pacer: ReturnType<typeof createPacer>;
}

function sceneProviders(
  world: SceneWorld,
  { clock, ids, budget, inbox, pacer }: ProviderParts,
  options: SceneOptions & { orgId: string },
): ProviderDesk {
  const wrap = options.wrap ?? ((provider) => provider);
  const graph = {
    baseUrl: world.graphUrl,
    clock,
    ids,
    random: () => 0.5,
    pacer,
  };
  const salesforce = {
    apiVersion: '62.0',
    clock,
    random: () => 0.5,
    sights: createFieldSights(),
    guards: createWriteGuards(),
    lookGuards: createWriteGuards(),
    accountLooks: createAccountLooks(),
    leadSights: createLeadSights(),
  };
  const statuses = createTaskStatuses();
  return {
    async open(facts, policy, maps, stop, purpose) {
      const { orgId } = options;
      const asking = { customerId: facts.customer.id, orgId, userId: facts.user.id, purpose };
      const { source } = facts;
      const name = source?.owner?.email ?? facts.user.email;
      let token = signedIn(() => world.salesforce.issueToken(name));
      const outlook = {
        ...graph,
        select: (object: ObjectKind) => maps[object].outlookSelect,
        ...(options.fetch?.outlook ? { fetch: options.fetch.outlook } : {}),
      };
      const mailbox = openGraph(outlook, {
        mailbox: facts.user.mailboxAddress,
        window: policy.window,
        accessToken: async () => 'app',
        stop,
      });
      const settings: SalesforceSettings = {
        ...salesforce,
        ...(options.fetch?.salesforce ? { fetch: options.fetch.salesforce } : {}),
        fields: (object) => maps[object].salesforceFields,
        limits: (_org, used, max) => budget.note({ customerId: facts.customer.id, orgId, used, max }),
      };
      const access: SalesforceAccess = {
        instanceUrl: world.salesforceUrl,
        userId: facts.user.salesforceUserId ?? '',
        orgId,
        window: policy.window,
        mayAsk: budget.guard(asking, facts.salesforceOrg?.usage ?? null),
        accessToken: async (force) => {
          if (force) token = signedIn(() => world.salesforce.issueToken(name));
          return token;
        },
        stop,
        ...(facts.salesforceOrg?.readerUserId
          ? { inbox: inbox({ customerId: facts.customer.id, userId: facts.user.id, orgId }, purpose) }
          : {}),
      };
      return {
        outlook: wrap(source ? openSource(outlook, world, source, stop) : mailbox),
        ...(source ? {} : { customizer: mailbox.customizer, taskStatuses: () => statuses(settings, access) }),
        salesforce: wrap(openSalesforce(settings, access)),
      };
    },
  };
}

export { tenantId };
