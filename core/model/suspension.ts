import { z } from 'zod';
import { instant } from './ids.ts';
import { reasonCode } from './reason-code.ts';

/** Switched off by the service or by an operator, with the reason; null where it is not. */
export const suspension = z.object({ reason: reasonCode, at: instant });
export type Suspension = z.infer<typeof suspension>;
