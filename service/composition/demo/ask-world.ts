import { z } from 'zod';

const patience = 30_000;

/** All items of one list of the sandbox's world, by its control API. */
export async function askWorld<T>(world: string, path: string, item: z.ZodType<T>): Promise<T[]> {
  const response = await fetch(`${world}${path}`, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`The world at ${world} answered ${response.status} to GET ${path}.`);
  return z.object({ items: z.array(item) }).parse(await response.json()).items;
}
