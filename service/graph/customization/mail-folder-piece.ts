import { z } from 'zod';
import type { Ask } from '../graph-object.ts';
import { relativePath } from '../relative-path.ts';
import { withQuery } from '../with-query.ts';
import type { GraphPiece } from './piece-kind.ts';

const folder = z.object({ id: z.string(), displayName: z.string().nullish(), childFolderCount: z.number().nullish() });
const page = z.object({ value: z.array(folder), '@odata.nextLink': z.string().optional() });
/** Pages and levels; guards against a listing that goes round. */
const mostRounds = 40;

const root = (user: string) => `${user}/mailFolders`;
const item = (user: string, remoteId: string) => `${root(user)}/${encodeURIComponent(remoteId)}`;

/** A folder of mail, at whatever depth a person moved it to. What lies in Deleted Items is deleted: it is made again, not taken over. */
export const mailFolderPiece: GraphPiece = {
  async list(user, ask) {
    const [bin] = (await ask([read(`${root(user)}/deleteditems`)])).map((body) => folder.parse(body));
    const found = new Map<string, string>();
    let answers = await ask([read(withQuery(root(user), { $top: '250' }))]);
    for (let round = 0; answers.length > 0 && round < mostRounds; round += 1) answers = await below(user, ask, answers, bin?.id, found);
    return [...found].map(([remoteId, name]) => ({ remoteId, name }));
  },
  home: root,
  body: (displayName) => ({ displayName }),
  item,
  contents: (user, remoteId) => [`${item(user, remoteId)}/messages?$top=1&$select=id`, `${item(user, remoteId)}/childFolders?$top=1`],
};

/** Takes the folders of these pages and asks for what follows and for what lies below. Side effect: fills `found`. */
async function below(user: string, ask: Ask, answers: readonly unknown[], bin: string | undefined, found: Map<string, string>) {
  const pages = answers.map((answer) => page.parse(answer));
  const fresh = pages.flatMap(({ value }) => value).filter((one) => one.id !== bin && !found.has(one.id));
  for (const one of fresh) found.set(one.id, one.displayName ?? one.id);
  const parents = fresh.filter((one) => (one.childFolderCount ?? 0) > 0);
  const next = pages.flatMap((one) => (one['@odata.nextLink'] ? [relativePath(one['@odata.nextLink'])] : []));
  return ask([...parents.map((one) => withQuery(`${item(user, one.id)}/childFolders`, { $top: '250' })), ...next].map(read));
}

const read = (path: string) => ({ method: 'GET' as const, path, repeatable: true });
