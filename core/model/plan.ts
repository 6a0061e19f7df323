import { z } from 'zod';
import { customerId, planId } from './ids.ts';

/** What a user's mailbox gets: above all how often it syncs. */
export const plan = z.object({
  id: planId,
  customerId,
  name: z.string(),
  enabled: z.boolean(),
  /** Seconds between two scheduled sessions; 1800 unless decided otherwise. */
  intervalSeconds: z.int().min(60),
});
export type Plan = z.infer<typeof plan>;
