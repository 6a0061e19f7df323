import { z } from 'zod';
import type { Facts } from '../../model/index.ts';
import { isoInstant } from './iso-instant.ts';
import { noFacts } from './read-shape.ts';

const owned = z.object({ OwnerId: z.string().nullish().catch(null), LastModifiedDate: z.string().nullish().catch(null) });

/** What is known of a record of Salesforce that cannot be read: whose it is, or it would be nobody's, and nobody would be told. */
export function unreadRecord(raw: unknown): Facts {
  const read = owned.safeParse(raw);
  if (!read.success) return noFacts;
  return { ...noFacts, ownerId: read.data.OwnerId ?? null, modifiedAt: isoInstant(read.data.LastModifiedDate) };
}
