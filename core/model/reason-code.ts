import { z } from 'zod';
import { type Reason, reasons } from './reason.ts';

/** A reason as it travels: one of the closed list in reason.ts. */
export const reasonCode = z.enum(Object.keys(reasons) as [Reason, ...Reason[]]).meta({ id: 'Reason' });
