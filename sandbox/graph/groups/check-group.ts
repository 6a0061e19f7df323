import type { GraphCaller } from '../http/caller.ts';
import { refusals } from '../http/refusals.ts';
import type { DirectoryGroup } from './group.ts';

/**
 * A group's calendar is not for applications (group-list-events: "Application: Not supported"), and a private group's only for its members.
 */
export function checkGroup(caller: GraphCaller, group: DirectoryGroup): void {
  if (caller.kind === 'application') throw refusals.accessDenied();
  if (group.visibility === 'Private' && !group.members.includes(caller.userId)) throw refusals.accessDenied();
}
