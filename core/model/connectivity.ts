import { z } from 'zod';
import { instant } from './ids.ts';

export const connectivitySide = z.enum(['mailbox', 'salesforce']);
export type ConnectivitySide = z.infer<typeof connectivitySide>;

/** What a person signs in for: the own mailbox, the own Salesforce user, or to let Teams and sites be read. */
export const connectionSide = z.enum([...connectivitySide.options, 'sources']);
export type ConnectionSide = z.infer<typeof connectionSide>;

/** The steps of a connectivity check in their order; the first failure ends it, and what follows is `not-reached`. */
export const connectivityStepKey = z.enum([
  'address',
  'name',
  'reachable',
  'secure',
  'product',
  'sign-in',
  'permission',
  'quota',
  'read',
  'other-engines',
  'write',
]);
export type ConnectivityStepKey = z.infer<typeof connectivityStepKey>;

export const connectivityResult = z.enum(['passed', 'warning', 'failed', 'not-reached', 'skipped']);
export type ConnectivityResult = z.infer<typeof connectivityResult>;

export const connectivityStep = z.object({
  key: connectivityStepKey,
  result: connectivityResult,
  /** Null where the step did not run. */
  milliseconds: z.number().nullable(),
  /** What was seen: an address, a status, the provider's own error code. Never a token. */
  evidence: z.string().nullable(),
  /** Code of the diagnosis; surfaces take their words from core/text by it. */
  finding: z.string().nullable(),
  /** The same in English, for logs and clients without our texts. */
  meaning: z.string().nullable(),
  fix: z.string().nullable(),
  who: z.enum(['user', 'admin', 'provider', 'us']).nullable(),
});
export type ConnectivityStep = z.infer<typeof connectivityStep>;

export const connectivityReport = z.object({
  side: connectivitySide,
  result: z.enum(['passed', 'warning', 'failed']),
  startedAt: instant,
  finishedAt: instant,
  steps: z.array(connectivityStep),
});
export type ConnectivityReport = z.infer<typeof connectivityReport>;
