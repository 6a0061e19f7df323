import type { Ids } from '../../core/sync/index.ts';
import type { Act } from '../http/index.ts';
import { nudge, recordAct, resumeSources, type Store } from '../store/index.ts';

export interface SalesforceConnection {
  userId: string;
  orgId: string;
  instanceUrl: string;
}

/** What a sign-in told of the person. */
export type Connection = { salesforce: SalesforceConnection } | { mailbox: { directoryId: string | null } } | { sources: true };

/** Books a person's connection: who that is on the other side, where its Salesforce org answers; the mailbox is looked at again. */
export function noteConnection(
  store: Store,
  ids: Ids,
  mailbox: { customerId: string; userId: string },
  act: Act,
  connection: Connection,
): Promise<void> {
  const { customerId, userId } = mailbox;
  return store.asCustomers([customerId], async (transaction) => {
    const { execute } = transaction;
    const salesforce = 'salesforce' in connection ? connection.salesforce : null;
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
    if ('mailbox' in connection) {
      // From now on the person is known by the object id, which nobody else can ever have; an address may be given to somebody else.
      await execute('UPDATE "user" SET graph_user_id = coalesce(graph_user_id, $2), updated_at = $3 WHERE id = $1', [
        userId,
        connection.mailbox.directoryId,
        act.at,
      ]);
    }
    await nudge(transaction, userId, act.at);
    const resumed = 'sources' in connection ? await resumeSources(transaction, userId, act.at) : [];
    const action = salesforce ? 'Salesforce connected' : 'sources' in connection ? 'Teams and sites connected' : 'mailbox connected';
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId,
      action,
      targetKind: 'user',
      targetId: userId,
      before: null,
      after: salesforce
        ? { salesforceUserId: salesforce.userId, salesforceOrgId: salesforce.orgId }
        : { ...(resumed.length > 0 ? { resumed } : {}) },
      announcements: [userId, ...resumed].map((id) => ({ kind: 'user.changed', userId: id })),
    });
  });
}
