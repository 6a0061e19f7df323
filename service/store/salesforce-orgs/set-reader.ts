import type { Ids } from '../../../core/sync/index.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';

/** Appoints the reader account of an org, or ends it. A new reader begins now: its mailboxes look for themselves once more, then with it. */
export function setReader(
  store: Store,
  ids: Ids,
  org: { customerId: string; orgId: string; id: string; reader: { userId: string } | null },
  userId: string | null,
  act: Acting,
): Promise<void> {
  return store.asCustomers([org.customerId], async (transaction) => {
    const { execute } = transaction;
    await execute('UPDATE salesforce_org SET reader_user_id = $2, updated_at = $3 WHERE id = $1', [org.id, userId, act.at]);
    await recordAct(store, ids, transaction, act, {
      customerId: org.customerId,
      action: userId === null ? 'end reader account' : 'appoint reader account',
      targetKind: 'salesforce-org',
      targetId: org.id,
      before: { readerUserId: org.reader?.userId ?? null },
      after: { readerUserId: userId },
      announcements: [{ kind: 'organization.changed' }],
    });
  });
}
