import { z } from 'zod';
import { SyncFailure } from '../../core/model/index.ts';
import { exchangeAll, type Outcome } from './exchange.ts';
import { createGraphClient } from './graph-client.ts';
import type { GraphAccess, GraphSettings } from './graph-settings.ts';
import { relativePath } from './relative-path.ts';

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** Some lists to their ends, the next page of each side by side; in the order of their paths. Throws SyncFailure. */
export async function readList(settings: GraphSettings, access: GraphAccess, paths: readonly string[]): Promise<unknown[][]> {
  const client = createGraphClient(settings, access);
  const all: unknown[][] = paths.map(() => []);
  let open = paths.map((path, place) => ({ path, place }));
  while (open.length > 0) {
    const outcomes = await exchangeAll(
      client,
      settings,
      access,
      open.map(({ path }) => ({ method: 'GET', path, repeatable: true })),
    );
    open = open.flatMap(({ place }, index) => {
      const body = page.parse(bodyOf(outcomes[index]));
      all[place]?.push(...body.value);
      const next = body['@odata.nextLink'];
      return next === undefined ? [] : [{ path: relativePath(next), place }];
    });
  }
  return all;
}

function bodyOf(outcome: Outcome | undefined): unknown {
  if (outcome && 'answer' in outcome) return outcome.answer.body;
  throw new SyncFailure(outcome?.error ?? { kind: 'bug', code: 'no-outcome', message: 'a list was not answered' });
}
