import type { ConnectivitySide } from '../../core/model/index.ts';
import type { Act, EngineDesk } from '../http/index.ts';
import type { Store } from '../store/index.ts';

export interface ConfigurationParts {
  store: Store;
  check: EngineDesk['checkConnectivity'];
}

type Mailbox = { customerId: string; userId: string };

/** An app-only mailbox needs nobody's sign-in, a delegated one its own; other access is not built. */
const connectedNow = `
  SELECT id FROM "user"
   WHERE id = $1 AND configured_at IS NULL AND salesforce_user_id IS NOT NULL
     AND (mailbox_access = 'graph-app-only'
          OR (mailbox_access = 'graph-delegated' AND EXISTS (SELECT 1 FROM secret WHERE owner_id = $1 AND kind = 'graph')))`;

/**
 * The initial configuration of a new user (E15): both sides are connected and both checks passed (features.md, decision 18); what to sync has its
 * defaults. Run after each connection and each passed check until it is done; `passed` names the side that was just seen to work.
 */
export function completeConfiguration({ store, check }: ConfigurationParts) {
  const complete = async (mailbox: Mailbox, act: Act, passed?: ConnectivitySide): Promise<void> => {
    const { customerId, userId } = mailbox;
    const [open] = await store.asCustomers([customerId], ({ query }) => query(connectedNow, [userId]));
    if (!open) return;
    const sides = (['mailbox', 'salesforce'] as const).filter((side) => side !== passed);
    const reports = await Promise.all(sides.map((side) => check(mailbox, side, act)));
    if (reports.some((report) => report.result === 'failed')) return;
    await store.asCustomers([customerId], ({ execute }) =>
      execute('UPDATE "user" SET configured_at = $2, updated_at = $2 WHERE id = $1 AND configured_at IS NULL', [userId, act.at]),
    );
  };
  const checkConnectivity: EngineDesk['checkConnectivity'] = async (mailbox, side, act) => {
    const report = await check(mailbox, side, act);
    // The activity is booked already; what may follow is no second one.
    if (report.result !== 'failed') await complete(mailbox, { ...act, activities: [] }, side);
    return report;
  };
  return { connected: (mailbox: Mailbox, act: Act) => complete(mailbox, act), checkConnectivity };
}
