import type { Facts } from '../../model/index.ts';
import type { MapContext } from '../object-map.ts';

/** One mailbox's task is one record. `remoteId` or the id in To Do: the list is no part of what a task is. */
export function taskKey(remoteId: string, _facts: Facts, context: MapContext): string {
  return context.hash(JSON.stringify([context.tenantId, context.mailboxId, 'task', remoteId]));
}
