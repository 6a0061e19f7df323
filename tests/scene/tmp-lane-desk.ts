import type { Ids } from '../../core/sync/index.ts';
import type { LaneDesk, LaneEnd, LaneStart } from '../../service/lanes/ports.ts';
import type { Store } from '../../service/store/index.ts';
export function laneDesk(store: Store, ids: Ids): LaneDesk {
  return {
    due: async () => [],
    claim: async (userId, ask) => {
      const [lane] = await store.asSystem(({ query }) =>
        query<{ customer_id: string; epoch: number }>(
          'UPDATE lane SET lease_until=$2, worker=$3, epoch=epoch+1 WHERE user_id=$1 AND due_at<=$4 AND (lease_until IS NULL OR lease_until<$5) AND (parked_until IS NULL OR parked_until<=$4) RETURNING customer_id, epoch',
          [userId, ask.leaseUntil, ask.worker, ask.at, ask.wall],
        ),
      );
      if (!lane) return null;
      const sessionId = ids.next();
      return store.asCustomers([lane.customer_id], async ({ query, execute }) => {
        await execute("UPDATE session SET state='failed', reason='interrupted' WHERE user_id=$1 AND state='running'", [userId]);
        await execute(
          "INSERT INTO session (id, customer_id, user_id, trigger, state, queued_at, started_at, counts, requests) VALUES ($1,$2,$3,'schedule','running',$4,$4,'[]','{}')",
          [sessionId, lane.customer_id, userId, ask.at],
        );
        const [u] = await query<any>('SELECT u.*, c.tenant_id FROM "user" u JOIN customer c ON c.id=u.customer_id WHERE u.id=$1', [userId]);
        const settings = await query<any>('SELECT level, level_id AS "levelId", key, value, may_adjust AS "mayAdjust" FROM setting');
        const all = await query<any>('SELECT mailbox_address FROM "user" WHERE salesforce_org_id=$1', [u.salesforce_org_id]);
        return {
          lane: { customerId: lane.customer_id, userId, sessionId, epoch: Number(lane.epoch) },
          trigger: 'schedule',
          facts: {
            user: {
              id: userId,
              email: u.email,
              mailboxAddress: u.mailbox_address,
              addresses: [u.mailbox_address],
              mailboxAccess: u.mailbox_access,
              graphUserId: u.graph_user_id,
              salesforceUserId: u.salesforce_user_id,
              salesforceOrgId: u.salesforce_org_id,
              zone: u.time_zone,
              synchronizationEnabled: u.synchronization_enabled,
              suspended: null,
              configuredAt: new Date(u.configured_at).toISOString(),
              initializedAt: null,
            },
            customer: { id: lane.customer_id, tenantId: u.tenant_id, enabled: true, suspended: null },
            organization: { id: u.organization_id, enabled: true, suspended: null },
            plan: { id: u.plan_id, enabled: true, intervalSeconds: 1800 },
            settings,
            colleagues: all.map((r) => r.mailbox_address),
            salesforceOrg: null,
            failures: { authorization: 0, sessions: 0 },
          },
        } as LaneStart;
      });
    },
    renew: async () => true,
    finish: async (lane, end: LaneEnd) => {
      await store.asCustomers([lane.customerId], ({ execute }) =>
        execute('UPDATE session SET state=$2, counts=$3, requests=$4, reason=$5, error=$6, finished_at=$7 WHERE id=$1', [
          lane.sessionId,
          end.state,
          JSON.stringify(end.counts),
          JSON.stringify(end.requests),
          end.reason,
          end.message ? JSON.stringify({ message: end.message }) : null,
          end.at,
        ]),
      );
      await store.asSystem(({ execute }) =>
        execute('UPDATE lane SET lease_until=NULL, due_at=$2, parked_until=$3 WHERE user_id=$1', [
          lane.userId,
          end.dueAt,
          end.parked?.until ?? null,
        ]),
      );
    },
    leave: async () => {},
    progress: async () => {},
    unsettled: async () => [],
    reclaim: async () => 0,
  };
}
