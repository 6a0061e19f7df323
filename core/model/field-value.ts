import { z } from 'zod';
import type { FieldValue } from './item.ts';

/** The value of a field as the API carries it. */
export const fieldValue: z.ZodType<FieldValue> = z.union([z.string(), z.number(), z.boolean(), z.null()]);
