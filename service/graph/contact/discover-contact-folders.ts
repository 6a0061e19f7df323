import { z } from 'zod';
import type { CollectionSeed } from '../../../core/sync/index.ts';
import type { Ask } from '../graph-object.ts';
import type { GraphRequest } from '../graph-request.ts';

const folder = z.object({ id: z.string(), displayName: z.string().nullish() });
const list = z.object({ value: z.array(folder) });
/** Deeper than anybody nests contact folders; guards against a listing that goes round. */
const deepest = 5;

/**
 * The default folder (which no listing shows, it answers to its well-known name) and all below: one round trip per level.
 */
export async function discoverContactFolders(user: string, ask: Ask): Promise<CollectionSeed[]> {
  const root = `${user}/contactFolders`;
  const [main, top] = await ask([read(`${root}/contacts`), read(`${root}?$top=100`)]);
  const { id, displayName } = folder.parse(main);
  const found = new Map([[id, displayName ?? 'Contacts']]);
  let level = add(found, [top]);
  for (let depth = 0; level.length > 0 && depth < deepest; depth += 1) {
    level = add(found, await ask(level.map((id) => read(`${root}/${encodeURIComponent(id)}/childFolders?$top=100`))));
  }
  return [...found].map(([remoteId, name]) => ({ object: 'contact', remoteId, name }));
}

/** Side effect: enters the folders that are new; returns their ids. */
function add(found: Map<string, string>, answers: readonly unknown[]): string[] {
  const fresh = answers.flatMap((answer) => list.parse(answer).value).filter(({ id }) => !found.has(id));
  for (const { id, displayName } of fresh) found.set(id, displayName ?? id);
  return fresh.map(({ id }) => id);
}

const read = (path: string): GraphRequest => ({ method: 'GET', path, repeatable: true });
