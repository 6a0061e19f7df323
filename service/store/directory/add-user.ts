import type { MailboxAccess } from '../../../core/model/index.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

export interface NewUser {
  customerId: string;
  organizationId: string;
  planId: string;
  email: string;
  displayName: string;
  mailboxAccess: MailboxAccess;
  /** IANA name; null: UTC until it is known. */
  timeZone: string | null;
  /** Object id in Entra ID, where it is known. */
  directoryId: string | null;
}

const insert = `
  INSERT INTO "user" (id, customer_id, organization_id, plan_id, email, display_name, mailbox_access, mailbox_address, time_zone, graph_user_id,
                      synchronization_enabled, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $5, $8, $9, false, $10, $10)`;

const insertLane = 'INSERT INTO lane (user_id, customer_id, due_at, epoch) VALUES ($1, $2, $3, 0)';

/** A mailbox with its lane; off until its initial configuration is done (E15). Answers its id. That the address is free the caller has seen. */
export async function addUser(
  store: Pick<Store, 'auditKey'>,
  ids: { next(): string },
  transaction: Transaction,
  user: NewUser,
  act: Acting,
): Promise<string> {
  const id = ids.next();
  const { customerId, organizationId, planId, email, displayName, mailboxAccess, timeZone, directoryId } = user;
  const place = [id, customerId, organizationId, planId];
  await transaction.execute(insert, [...place, email, displayName, mailboxAccess, timeZone, directoryId, act.at]);
  await transaction.execute(insertLane, [id, customerId, act.at]);
  await recordAct(store, ids, transaction, act, {
    customerId,
    userId: id,
    action: 'add user',
    targetKind: 'user',
    targetId: id,
    before: null,
    after: { email, displayName, organizationId, planId, mailboxAccess, timeZone },
    announcements: [{ kind: 'user.changed', userId: id }],
  });
  return id;
}
