import { z } from 'zod';
import { customerId } from './ids.ts';
import { suspension } from './suspension.ts';

/** One Microsoft 365 tenant: the wall behind which all content of its organizations stands. */
export const customer = z
  .object({
    id: customerId,
    name: z.string(),
    /** Microsoft Entra tenant id. */
    tenantId: z.string(),
    enabled: z.boolean(),
    suspended: suspension.nullable(),
    partnerId: z.uuid().nullable(),
    distributorId: z.uuid().nullable(),
  })
  .meta({ id: 'Customer' });
export type Customer = z.infer<typeof customer>;
