import { z } from 'zod';
import { SyncFailure } from '../../../core/model/index.ts';
import type { CollectionSeed } from '../../../core/sync/index.ts';
import type { Ask } from '../graph-object.ts';
import type { GraphRequest } from '../graph-request.ts';
import { relativePath } from '../relative-path.ts';
import { withQuery } from '../with-query.ts';

const folder = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  childFolderCount: z.number().nullish(),
  isHidden: z.boolean().nullish(),
});
type Folder = z.infer<typeof folder>;
const list = z.object({ value: z.array(folder), '@odata.nextLink': z.string().optional() });
const one = z.object({ id: z.string() });

/** What lies there was not sent, or a person does not want it. */
const skipped = ['drafts', 'deleteditems', 'junkemail', 'outbox'];
/** Deeper than anybody nests mail folders, pages included; guards against a listing that goes round. */
const mostRounds = 20;
/** Each folder is a request of every sync; who has more keeps an archive in them. */
const mostFolders = 200;

/**
 * The folders in which a mail may be marked: all but those of mail that was never sent or is thrown away. The well-known ones are told by
 * their names in the address, since what they are called is in the person's language. A tenant that never consented to Mail.Read syncs
 * everything else: no folders then.
 */
export async function discoverMailFolders(user: string, ask: Ask): Promise<CollectionSeed[]> {
  try {
    const [root, ...wellKnown] = await ask([page(user), ...skipped.map((name) => read(`${user}/mailFolders/${name}?$select=id`))]);
    const without = new Set(wellKnown.map((answer) => one.parse(answer).id));
    const found = await walk(user, ask, root, without);
    return found.slice(0, mostFolders).map(({ id, displayName }) => ({ object: 'email', remoteId: id, name: displayName ?? id }));
  } catch (error) {
    if (error instanceof SyncFailure && error.error.kind === 'refused') return [];
    throw error;
  }
}

/** A mail that lies in Deleted Items counts as deleted. */
export async function findBin(user: string, ask: Ask): Promise<string> {
  const [answer] = await ask([read(`${user}/mailFolders/deleteditems?$select=id`)]);
  return one.parse(answer).id;
}

async function walk(user: string, ask: Ask, root: unknown, without: ReadonlySet<string>): Promise<Folder[]> {
  const found = new Map<string, Folder>();
  let answers: readonly unknown[] = [root];
  for (let round = 0; answers.length > 0 && round < mostRounds && found.size < mostFolders; round += 1) {
    const lists = answers.map((answer) => list.parse(answer));
    const fresh = lists.flatMap(({ value }) => value).filter(({ id, isHidden }) => !found.has(id) && !without.has(id) && isHidden !== true);
    for (const entry of fresh) found.set(entry.id, entry);
    const below = fresh.filter(({ childFolderCount }) => (childFolderCount ?? 0) > 0).map(({ id }) => page(user, id));
    const further = lists.flatMap((answer) => (answer['@odata.nextLink'] ? [read(relativePath(answer['@odata.nextLink']))] : []));
    answers = below.length + further.length > 0 ? await ask([...below, ...further]) : [];
  }
  return [...found.values()];
}

const page = (user: string, parent?: string): GraphRequest => {
  const path = parent === undefined ? `${user}/mailFolders` : `${user}/mailFolders/${encodeURIComponent(parent)}/childFolders`;
  return read(withQuery(path, { $select: 'id,displayName,childFolderCount,isHidden', $top: '250' }));
};

const read = (path: string): GraphRequest => ({ method: 'GET', path, repeatable: true });
