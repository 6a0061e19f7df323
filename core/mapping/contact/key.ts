import type { Facts } from '../../model/index.ts';
import type { MapContext } from '../object-map.ts';

/** One mailbox's contact is one record: the same person in two mailboxes is matched by e-mail address, not by key. */
export function contactKey(remoteId: string, _facts: Facts, context: MapContext): string {
  return context.hash(JSON.stringify([context.tenantId, context.mailboxId, 'contact', remoteId]));
}
