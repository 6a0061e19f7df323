import { z } from 'zod';
import { SyncFailure } from '../../../core/model/index.ts';
import type { CollectionSeed } from '../../../core/sync/index.ts';
import type { Ask } from '../graph-object.ts';
import { relativePath } from '../relative-path.ts';

const list = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  isOwner: z.boolean().nullish(),
  wellknownListName: z.string().nullish(),
});
type TaskList = z.infer<typeof list>;
const page = z.object({ value: z.array(list), '@odata.nextLink': z.string().optional() });
const mostPages = 20;

/**
 * The lists of this mailbox, without those that colleagues share with it (the owner's lane takes them) and without flagged mail, which is
 * read-only. A tenant that never consented to Tasks.ReadWrite syncs everything else: no lists then.
 */
export async function discoverTaskLists(user: string, ask: Ask): Promise<CollectionSeed[]> {
  try {
    const lists = await ownLists(user, ask);
    return lists.map(({ id, displayName }) => ({ object: 'task', remoteId: id, name: displayName ?? id }));
  } catch (error) {
    if (error instanceof SyncFailure && error.error.kind === 'refused') return [];
    throw error;
  }
}

/** New tasks go to the default list: To Do shows it first, and every mailbox has it. */
export async function homeList(user: string, ask: Ask): Promise<string> {
  const lists = await ownLists(user, ask);
  const home = lists.find((one) => one.wellknownListName === 'defaultList') ?? lists[0];
  if (home) return home.id;
  throw new SyncFailure({ kind: 'bug', code: 'no-task-list', message: 'This mailbox shows no To Do list that a task could be put into.' });
}

async function ownLists(user: string, ask: Ask): Promise<TaskList[]> {
  const lists: TaskList[] = [];
  let path: string | undefined = `${user}/todo/lists`;
  for (let read = 0; path !== undefined && read < mostPages; read += 1) {
    const [body]: unknown[] = await ask([{ method: 'GET', path, repeatable: true }]);
    const { value, '@odata.nextLink': next } = page.parse(body);
    lists.push(...value);
    path = next === undefined ? undefined : relativePath(next);
  }
  return lists.filter((one) => one.isOwner !== false && one.wellknownListName !== 'flaggedEmails');
}
