import { z } from 'zod';
import type { RawItem } from '../../core/sync/index.ts';
import type { PersonMatch } from '../http/index.ts';

const record = z.looseObject({
  Id: z.string(),
  FirstName: z.string().nullish(),
  LastName: z.string(),
  Title: z.string().nullish(),
  Email: z.string().nullish(),
  Phone: z.string().nullish(),
  Account: z.looseObject({ Name: z.string().nullish() }).nullish(),
});

/** A Contact as the side panel shows it; null where the record does not read. */
export function toPersonMatch(item: RawItem, instanceUrl: string): PersonMatch | null {
  const read = record.safeParse(item.raw);
  if (item.removed || !read.success) return null;
  const { Id, FirstName, LastName, Title, Email, Phone, Account } = read.data;
  return {
    object: 'Contact',
    id: Id,
    name: [FirstName, LastName].filter(Boolean).join(' '),
    title: Title ?? null,
    account: Account?.Name ?? null,
    email: Email ?? null,
    phone: Phone ?? null,
    url: `${instanceUrl.replace(/\/+$/, '')}/lightning/r/Contact/${Id}/view`,
  };
}
