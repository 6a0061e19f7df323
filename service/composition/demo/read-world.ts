import { z } from 'zod';
import { askWorld } from './ask-world.ts';

const person = z.object({
  id: z.string(),
  address: z.string(),
  displayName: z.string(),
  timeZone: z.string(),
  calendar: z.object({ first: z.string(), last: z.string() }).nullable(),
  salesforce: z.object({ id: z.string(), username: z.string(), isActive: z.boolean(), company: z.string().nullable() }).nullable(),
});
export type WorldPerson = z.infer<typeof person>;

/** Who is in the sandbox's world: its control API answers `GET /users`. */
export const readWorld = (world: string): Promise<WorldPerson[]> => askWorld(world, '/users', person);
