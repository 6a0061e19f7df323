import type { ObjectKind } from '../../../core/model/index.ts';
import type { Ids } from '../../../core/sync/index.ts';
import { nudge } from '../lane-desk/nudge.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';

type Mailbox = { customerId: string; userId: string };
type Asked = { object: ObjectKind; remoteId: string };

const remember = `
  INSERT INTO saved_item (customer_id, user_id, object, remote_id, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (user_id, object, remote_id) DO UPDATE SET taken_at = NULL`;

/** Asked for by hand: the next sync takes it, and it is due now. Asking twice keeps the first who asked. */
export function askForItem(
  { store, ids }: { store: Store; ids: Ids },
  { customerId, userId }: Mailbox,
  { object, remoteId }: Asked,
  act: Acting,
): Promise<void> {
  return store.asCustomers([customerId], async (transaction) => {
    await transaction.execute(remember, [customerId, userId, object, remoteId, act.actor?.email ?? '', act.at]);
    await nudge(transaction, userId, act.at);
    await recordAct(store, ids, transaction, act, {
      customerId,
      userId,
      action: `${object} saved`,
      targetKind: object,
      targetId: remoteId,
      before: null,
      after: { remoteId },
      announcements: [],
    });
  });
}

/** Where meetings and contacts are asked for by hand. */
export interface ItemAsks {
  ask(mailbox: Mailbox, item: Asked, act: Acting): Promise<void>;
}

export const itemAsks = (store: Store, ids: Ids): ItemAsks => ({
  ask: (mailbox, item, act) => askForItem({ store, ids }, mailbox, item, act),
});
