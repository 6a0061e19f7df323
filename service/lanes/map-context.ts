import type { MapContext } from '../../core/mapping/index.ts';
import type { Hash } from '../../core/sync/index.ts';
import type { LaneFacts } from './ports.ts';

/** What the maps must know of this mailbox. */
export function mapContext(hash: Hash, facts: LaneFacts): MapContext {
  return {
    tenantId: facts.customer.tenantId,
    mailboxId: facts.user.graphUserId ?? facts.user.mailboxAddress,
    addresses: facts.user.addresses,
    salesforceUserId: facts.user.salesforceUserId ?? '',
    zone: facts.user.zone,
    hash,
  };
}
