import type { Write } from '../../core/sync/index.ts';
import type { GraphObject } from './graph-object.ts';
import type { GraphRequest } from './graph-request.ts';

/** The request of one write. Updates and deletes name the version they were planned on, so that a later edit wins. */
export function buildWrite(object: GraphObject, user: string, write: Write, home?: string): GraphRequest {
  if (write.operation === 'create') {
    const extras = write.key === null ? {} : object.createExtras(write.key);
    const repeatable = object.createIsRepeatable && write.key !== null;
    return { method: 'POST', path: object.items(user, home), body: { ...write.body, ...extras }, repeatable };
  }
  if (write.remoteId === null) throw new TypeError(`an ${write.operation} of a ${write.object} names no item`);
  const path = object.item(user, write.remoteId);
  const ifMatch = write.expectedVersion ?? '*';
  if (write.operation === 'delete') return { method: 'DELETE', path, ifMatch, repeatable: true };
  return { method: 'PATCH', path, body: write.body ?? {}, ifMatch, repeatable: true };
}
