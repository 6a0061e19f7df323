import type { Ids } from '../../core/sync/index.ts';
import type { Act } from '../http/index.ts';
import { nudge, recordAct, type Store } from '../store/index.ts';

export interface SalesforceConnection {
  userId: string;
  orgId: string;
  instanceUrl: string;
}

/** `configured_at` once both sides are there: an app-only mailbox needs nobody's sign-in, a delegated one its own. */
const markConfigured = `
  UPDATE "user" SET configured_at = $2, updated_at = $2
   WHERE id = $1 AND configured_at IS NULL AND salesforce_user_id IS NOT NULL
     AND (mailbox_access = 'graph-app-only' OR EXISTS (SELECT 1 FROM secret WHERE owner_id = $1 AND kind = 'graph'))`;

/** Books a person's connection: who that is in Salesforce, where its org answers, what is now complete; a stopped mailbox is looked at again. */
export function noteConnection(
  store: Store,
  ids: Ids,
  mailbox: { customerId: string; userId: string },
  act: Act,
  salesforce?: SalesforceConnection,
): Promise<void> {
  const { customerId, userId } = mailbox;
  return store.asCustomers([customerId], async (transaction) => {
    const { execute } = transaction;
    if (salesforce) {
      await execute(
        `INSERT INTO salesforce_org (customer_id, org_id, instance_url, park_step, updated_at) VALUES ($1, $2, $3, 0, $4)
         ON CONFLICT (customer_id, org_id) DO UPDATE SET instance_url = excluded.instance_url, updated_at = excluded.updated_at`,
        [customerId, salesforce.orgId, salesforce.instanceUrl, act.at],
      );
      await execute('UPDATE "user" SET salesforce_user_id = $2, salesforce_org_id = $3, updated_at = $4 WHERE id = $1', [
        userId,
        salesforce.userId,
        salesforce.orgId,
        act.at,
      ]);
    }
    await execute(markConfigured, [userId, act.at]);
    await nudge(transaction, userId, act.at);
    const action = salesforce ? 'Salesforce connected' : 'mailbox connected';
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId,
      action,
      targetKind: 'user',
      targetId: userId,
      before: null,
      after: salesforce ? { salesforceUserId: salesforce.userId, salesforceOrgId: salesforce.orgId } : {},
      announcements: [{ kind: 'user.changed', userId }],
    });
  });
}
