import { z } from 'zod';
import type { RawItem } from '../../core/sync/index.ts';

const item = z.looseObject({ id: z.string().min(1), '@odata.etag': z.string().optional(), '@removed': z.unknown().optional() });

/**
 * An item as Graph sent it. "@removed" is a hint only: it also comes for items that moved there and back (microsoft-graph-docs #21752)
 * and for events outside the window, so it never counts as confirmed. Throws where there is no id.
 */
export function readItem(value: unknown): RawItem {
  const { success, data } = item.safeParse(value);
  if (!success) throw new TypeError('Microsoft Graph sent an item without an id');
  const removed = data['@removed'] !== undefined;
  return { remoteId: data.id, version: removed ? '' : (data['@odata.etag'] ?? ''), raw: removed ? null : value, removed, confirmed: false };
}
