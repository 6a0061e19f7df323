import { z } from 'zod';
import type { RawItem } from '../../core/sync/index.ts';
import { readItem } from './raw-item.ts';

const list = z.object({ value: z.array(z.unknown()) });

/** The items of a filtered list. One page is enough: a natural key that fits more than a page is no key. */
export const matchList = (body: unknown): RawItem[] => list.parse(body).value.map(readItem);
