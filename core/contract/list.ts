import { z } from 'zod';

/** Every list: the items, and what to send as `cursor` for the next page; null on the last one. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Paging of every list. The cursor is opaque: only what a `nextCursor` said is taken. */
export const paging = { cursor: z.string().max(2000).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) };

/** Query strings carry text only. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
