import { z } from 'zod';
import type { CollectionSeed } from '../../../core/sync/index.ts';
import type { Ask } from '../graph-object.ts';
import type { GraphRequest } from '../graph-request.ts';
import { relativePath } from '../relative-path.ts';

const folder = z.object({ id: z.string(), displayName: z.string().nullish() });
const list = z.object({ value: z.array(folder), '@odata.nextLink': z.string().optional() });
/** Deeper than anybody nests contact folders, pages included; guards against a listing that goes round. */
const mostRounds = 20;

/**
 * The default folder (which no listing shows, it answers to its well-known name) and all below: one round trip per level.
 */
export async function discoverContactFolders(user: string, ask: Ask): Promise<CollectionSeed[]> {
  const root = `${user}/contactFolders`;
  const [main, ...first] = await ask([read(`${root}/contacts`), read(root)]);
  const { id, displayName } = folder.parse(main);
  const found = new Map([[id, displayName ?? 'Contacts']]);
  let answers: readonly unknown[] = first;
  for (let round = 0; answers.length > 0 && round < mostRounds; round += 1) {
    const lists = answers.map((answer) => list.parse(answer));
    const fresh = lists.flatMap(({ value }) => value).filter((one) => !found.has(one.id));
    for (const one of fresh) found.set(one.id, one.displayName ?? one.id);
    const below = fresh.map((one) => `${root}/${encodeURIComponent(one.id)}/childFolders`);
    const further = lists.flatMap((page) => (page['@odata.nextLink'] ? [relativePath(page['@odata.nextLink'])] : []));
    answers = await ask([...below, ...further].map(read));
  }
  return [...found].map(([remoteId, name]) => ({ object: 'contact', remoteId, name }));
}

const read = (path: string): GraphRequest => ({ method: 'GET', path, repeatable: true });
