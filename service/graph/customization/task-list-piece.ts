import { discoverTaskLists } from '../task/discover-task-lists.ts';
import { listOf } from '../task/task-place.ts';
import type { GraphPiece } from './piece-kind.ts';

/** A list of To Do, where names need not be unique: two of one name are told apart by their ids. */
export const taskListPiece: GraphPiece = {
  list: async (user, ask) => (await discoverTaskLists(user, ask)).map(({ remoteId, name }) => ({ remoteId, name })),
  home: (user) => `${user}/todo/lists`,
  body: (displayName) => ({ displayName }),
  item: listOf,
  contents: (user, remoteId) => [`${listOf(user, remoteId)}/tasks?$top=1`],
};
