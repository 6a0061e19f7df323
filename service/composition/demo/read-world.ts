import { z } from 'zod';

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
export async function readWorld(world: string): Promise<WorldPerson[]> {
  const response = await fetch(`${world}/users`, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`The world at ${world} answered ${response.status} to GET /users.`);
  return z.object({ items: z.array(person) }).parse(await response.json()).items;
}
