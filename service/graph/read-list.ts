import { z } from 'zod';
import { askPaths } from './ask-paths.ts';
import { bodyOf } from './body-of.ts';
import { createGraphClient } from './graph-client.ts';
import type { GraphAccess, GraphSettings } from './graph-settings.ts';
import { relativePath } from './relative-path.ts';

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** Some lists to their ends, the next page of each side by side; in the order of their paths. Throws SyncFailure. */
export async function readList(settings: GraphSettings, access: GraphAccess, paths: readonly string[]): Promise<unknown[][]> {
  const ask = askPaths(createGraphClient(settings, access), settings, access);
  const all: unknown[][] = paths.map(() => []);
  let open = paths.map((path, place) => ({ path, place }));
  while (open.length > 0) {
    const outcomes = await ask(open.map(({ path }) => path));
    open = open.flatMap(({ place }, index) => {
      const body = page.parse(bodyOf(outcomes[index]));
      all[place]?.push(...body.value);
      const next = body['@odata.nextLink'];
      return next === undefined ? [] : [{ path: relativePath(next), place }];
    });
  }
  return all;
}
