import type { RoleGrant } from '../../core/model/index.ts';
import { createCoverageDesk } from '../../service/composition/coverage-desk.ts';
import {
  conflicts,
  coverageBooks,
  customizationDesk,
  directory,
  groups,
  history,
  jobs,
  ledger,
  openLedger,
  rehearsalBooks,
} from '../../service/store/index.ts';
import { createFakeApi } from '../access/fake-api.ts';
import { people } from '../access/people.ts';
import { explain } from './explain.ts';
import type { Scene } from './open-scene.ts';

/** The API on the scene's own books, for somebody with one role. */
function openApi(scene: Scene, role: RoleGrant['role'], level: RoleGrant['scope']['level'], id: string) {
  const { store, customerId, parts } = scene;
  const reach = { customerId, partnerId: null, distributorId: null, whole: level === 'customer' };
  const caller = {
    ...people.customer1,
    grants: [{ role, scope: { level, id }, customerId }],
    customers: [reach],
    ownCustomers: [customerId],
  };
  const { ask, options } = createFakeApi({
    directory: directory(store, parts.ids),
    ledger: ledger(store, parts.ids),
    jobs: jobs(store, parts.ids),
    history: history(store),
    conflicts: conflicts(store, parts.ids),
    openLedger: openLedger(store, parts.ids),
    customization: customizationDesk(store, parts.ids),
    groups: groups(store, parts.ids),
    coverage: createCoverageDesk({ books: coverageBooks(store), facts: rehearsalBooks(store).facts, now: parts.clock.now }),
  });
  Object.assign(options.signIn, { authenticate: async () => caller });
  Object.assign(options.surroundings, { now: parts.clock.now });
  Object.assign(options.engine, {
    lastingId: async (_mailbox: unknown, { remoteId }: { remoteId: string }) => remoteId,
    explain: async ({ userId }: { userId: string }, item: Parameters<typeof explain>[2]) => ({
      ok: true,
      explanation: await explain(scene, userId, item),
    }),
  });
  return ask;
}

/** Every address at which something of this scene's items, jobs, sessions and questions is read. */
async function addresses(scene: Scene, search: string): Promise<string[]> {
  const ids = async (text: string) => (await scene.rows<{ path: string }>(`SELECT DISTINCT ${text}`)).map((row) => row.path);
  const items = await scene.rows<{ user_id: string; side: string; object: string; remote_id: string }>(
    'SELECT user_id, side, object, remote_id FROM observation',
  );
  const ofItems = items.flatMap(({ user_id, side, object, remote_id }) =>
    ['items/history', 'decisions', 'why'].map(
      (what) => `/api/users/${user_id}/${what}?${new URLSearchParams({ side, object, id: remote_id }).toString()}`,
    ),
  );
  const users = scene.people.flatMap(({ userId }) => [
    ...['', '/sessions', '/issues?state=all', '/activity', '/coverage', '/ledger', '/preview', '/customization'].map(
      (what) => `/api/users/${userId}${what}`,
    ),
    ...['open', 'kept', 'all'].map((state) => `/api/users/${userId}/conflicts?state=${state}`),
    `/api/users/${userId}/items?q=${search}`,
  ]);
  return [
    ...users,
    ...ofItems,
    ...(await ids("'/api/jobs/' || id AS path FROM job")),
    ...(await ids("'/api/jobs/' || id || '/rows' AS path FROM job")),
    ...(await ids("'/api/sessions/' || id AS path FROM session")),
    ...(await ids("'/api/sessions/' || id || '/log' AS path FROM session")),
    ...(await ids("'/api/issues/' || id AS path FROM issue")),
    ...(await ids("'/api/issues/' || id || '/request' AS path FROM issue")),
    `/api/customers/${scene.customerId}/holds`,
  ];
}

/** What every answer about this scene says, to its administrator or to whose mailbox it is; by address. Throws where one is not answered. */
export async function readEverything(scene: Scene, as: 'administrator' | 'person', search: string): Promise<Map<string, string>> {
  const [first] = scene.people;
  const ask =
    as === 'person' ? openApi(scene, 'user', 'self', first?.userId ?? '') : openApi(scene, 'customer-admin', 'customer', scene.customerId);
  const told = new Map<string, string>();
  for (const address of await addresses(scene, search)) {
    if (as === 'person' && !/users|jobs|sessions|issues/.test(address)) continue;
    const { status, text } = await ask('customer1', `GET ${address}`);
    if (status !== 200) throw new Error(`${address}: ${status} ${text}`);
    told.set(address, text);
  }
  return told;
}
