import type { MailboxAccess } from '../../../core/model/index.ts';
import { type Acting, recordAct } from '../record/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

interface NewOrganization {
  customerId: string;
  name: string;
  isDefault: boolean;
  mailboxAccess: MailboxAccess;
  defaultPlanId: string;
}

const insert = `
  INSERT INTO organization (id, customer_id, name, is_default, enabled, mailbox_access, default_plan_id, created_at, updated_at)
  VALUES ($1, $2, $3, $4, true, $5, $6, $7, $7)`;

/** Answers its id. That the name is free, and one organization alone the default, the caller has seen. */
export async function addOrganization(
  store: Pick<Store, 'auditKey'>,
  ids: { next(): string },
  transaction: Transaction,
  organization: NewOrganization,
  act: Acting,
): Promise<string> {
  const id = ids.next();
  const { customerId, ...after } = organization;
  await transaction.execute(insert, [id, customerId, after.name, after.isDefault, after.mailboxAccess, after.defaultPlanId, act.at]);
  await recordAct(store, ids, transaction, act, {
    customerId,
    organizationId: id,
    action: 'add organization',
    targetKind: 'organization',
    targetId: id,
    before: null,
    after,
    announcements: [{ kind: 'organization.changed', organizationId: id }],
  });
  return id;
}
