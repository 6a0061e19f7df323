import type { GraphObject } from '../graph-object.ts';
import { withQuery } from '../with-query.ts';
import { discoverTaskLists, homeList } from './discover-task-lists.ts';
import { findLinkedTasks } from './find-linked-tasks.ts';
import { linkOf } from './linked-resource.ts';
import { listOf, placeTask, taskPath } from './task-place.ts';

/**
 * To Do tasks, one delta listing per list. Graph addresses a task below its list only, so the id kept is "list|task". A create has no
 * transactionId and To Do knows no extended properties: the stamp is a linkedResource, looked for before a create is repeated.
 */
export const taskObject: GraphObject = {
  kind: 'task',
  discover: discoverTaskLists,
  // The delta listing of To Do is asked without $select: a task is small, and its status is needed in every page.
  firstPage: (user, { remoteId }) => `${listOf(user, remoteId)}/tasks/delta`,
  item: taskPath,
  items: (user, home = '') => `${listOf(user, home)}/tasks`,
  query: (path, select) => withQuery(path, select ? { $select: select.join(',') } : {}),
  filter: () => null,
  createExtras: (key) => ({ linkedResources: [linkOf(key)] }),
  createIsRepeatable: false,
  home: homeList,
  place: placeTask,
  findStamped: findLinkedTasks,
};
