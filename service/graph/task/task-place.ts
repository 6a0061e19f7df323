/** Stands in no id of Graph's. */
const separator = '|';

export const listOf = (user: string, listId: string): string => `${user}/todo/lists/${encodeURIComponent(listId)}`;

/** The address of a task by the id that Lockstep keeps of it. */
export function taskPath(user: string, remoteId: string): string {
  const [list = '', task = ''] = remoteId.split(separator);
  return `${listOf(user, list)}/tasks/${encodeURIComponent(task)}`;
}

const listInPath = /\/todo\/lists(?:\/([^/?]+)|\('([^']+)'\))\/tasks/;

/** A task with the id by which it is found again, and the list that it lies in. */
export function placeTask(item: unknown, path: string): unknown {
  const [, segment, key] = listInPath.exec(path) ?? [];
  const list = segment ?? key;
  const { id } = (item ?? {}) as { id?: unknown };
  if (list === undefined || typeof id !== 'string') return item;
  const parentListId = decodeURIComponent(list);
  return { ...(item as object), id: `${parentListId}${separator}${id}`, parentListId };
}
