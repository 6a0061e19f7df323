import type { Ids } from '../../core/sync/index.ts';
import type { Act } from '../http/index.ts';
import { recordAct, type Store } from '../store/index.ts';
import type { OpenLanes } from './open-lanes.ts';
import type { createReports } from './reports.ts';
import type { ServiceClock } from './service-clock.ts';

/** Where this customer's Salesforce org answers, as its users' sign-ins said. */
export async function instanceUrl(store: Store, customerId: string, orgId: string): Promise<string | null> {
  const rows = await store.asCustomers([customerId], ({ query }) =>
    query<{ instance_url: string }>('SELECT instance_url FROM salesforce_org WHERE org_id = $1', [orgId]),
  );
  return rows[0]?.instance_url ?? null;
}

export function noteUsage(reports: ReturnType<typeof createReports>, orgId: string, used: number, max: number): void {
  reports.salesforceUsage.set({ org: orgId }, max > 0 ? used / max : 0);
}

export function noteCheck(store: Store, ids: Ids, mailbox: { customerId: string; userId: string }, act: Act, result: string): Promise<void> {
  return store.asCustomers([mailbox.customerId], (transaction) =>
    recordAct(store, ids, transaction, act, {
      customerId: mailbox.customerId,
      userId: mailbox.userId,
      action: 'connectivity checked',
      targetKind: 'user',
      targetId: mailbox.userId,
      before: null,
      after: { result },
      announcements: [],
    }),
  );
}

const look = 250;

/** Tells how the first sync goes, a line for every few mailboxes, until every mailbox that is due has had its turn. */
export async function waitForFirstSync(
  store: Store,
  lanes: Pick<OpenLanes, 'desk' | 'dispatcher'>,
  clock: ServiceClock,
  tell: (line: string) => void,
): Promise<{ users: number; issues: number }> {
  const total = await countLanes(store);
  let told = -1;
  for (;;) {
    const open = (await lanes.desk.unsettled(new Date(clock.now()).toISOString(), new Date().toISOString())).length;
    const done = total - open;
    if (done !== told && (open === 0 || done - told >= 5)) {
      tell(`first sync: ${done} of ${total} mailboxes`);
      told = done;
    }
    if (open === 0) return { users: total, issues: 0 };
    await lanes.dispatcher.wake();
    await new Promise((resolve) => setTimeout(resolve, look));
  }
}

async function countLanes(store: Store): Promise<number> {
  const [row] = await store.asSystem(({ query }) => query<{ lanes: number }>('SELECT count(*)::int AS lanes FROM lane'));
  return row?.lanes ?? 0;
}
