import { z } from 'zod';
import { instant } from './ids.ts';
import { reasonCode } from './reason-code.ts';

/** The five words of every surface. */
export const statusState = z.enum(['syncing', 'up-to-date', 'waiting', 'needs-attention', 'off']);
export type StatusState = z.infer<typeof statusState>;

/** Which level set the state. */
export const statusLevel = z.enum(['user', 'organization', 'customer', 'plan', 'salesforce-org']);
export type StatusLevel = z.infer<typeof statusLevel>;

/** Effective status of a user (decision 2), computed by core/status. */
export const status = z.object({
  state: statusState,
  level: statusLevel,
  reason: reasonCode,
  /** When this will end by itself, where that is known (parked, waiting). */
  until: instant.nullable(),
  /** The last time everything was found in step; null before the first success. */
  checkedAt: instant.nullable(),
});
export type Status = z.infer<typeof status>;
