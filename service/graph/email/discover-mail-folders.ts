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
/** Where they are so many, those beyond are not even known by name. */
const mostKnown = 2_000;
/** Where most mail is; the folder that marks goes before them. */
const foremost = ['inbox', 'sentitems'];

/**
 * The folders in which a mail may be marked: all but those of mail that was never sent or is thrown away. The well-known ones are told by
 * their names in the address, since what they are called is in the person's language. A tenant that never consented to Mail.Read syncs
 * everything else: no folders then. Of more than are followed these are: those named by `first`, Inbox and Sent, then as they come.
 */
export async function discoverMailFolders(user: string, ask: Ask, first: ReadonlySet<string> = new Set()): Promise<CollectionSeed[]> {
  try {
    const [root, ...answers] = await ask([page(user), ...[...skipped, ...foremost].map((name) => wellKnown(user, name))]);
    const ids = answers.map((answer) => one.parse(answer).id);
    const found = await walk(user, ask, root, new Set(ids.slice(0, skipped.length)));
    const often = new Set(ids.slice(skipped.length));
    const rank = ({ id, displayName }: Folder) =>
      first.has(id) || first.has(displayName?.toLowerCase() ?? '') ? 0 : often.has(id) ? 1 : 2;
    const sorted = found.toSorted((a, b) => rank(a) - rank(b)).map(toSeed);
    const beyond = sorted.slice(mostFolders).map(({ name }) => name);
    const seeds = sorted.slice(0, mostFolders);
    return seeds.map((seed, place) => (beyond.length > 0 && place === seeds.length - 1 ? { ...seed, beyond } : seed));
  } catch (error) {
    if (error instanceof SyncFailure && error.error.kind === 'refused') return [];
    throw error;
  }
}

/** A mail that lies in Deleted Items counts as deleted. */
export async function findBin(user: string, ask: Ask): Promise<string> {
  const [answer] = await ask([wellKnown(user, 'deleteditems')]);
  return one.parse(answer).id;
}

const toSeed = ({ id, displayName }: Folder): CollectionSeed => ({ object: 'email', remoteId: id, name: displayName ?? id });

async function walk(user: string, ask: Ask, root: unknown, without: ReadonlySet<string>): Promise<Folder[]> {
  const found = new Map<string, Folder>();
  let answers: readonly unknown[] = [root];
  for (let round = 0; answers.length > 0 && round < mostRounds && found.size < mostKnown; round += 1) {
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

const wellKnown = (user: string, name: string): GraphRequest => read(`${user}/mailFolders/${name}?$select=id`);

const read = (path: string): GraphRequest => ({ method: 'GET', path, repeatable: true });
