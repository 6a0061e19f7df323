import type { DeleteCount } from '../ports/gate-books.ts';
import { brakes } from './delete-brake.ts';

/**
 * What the delete brake holds, as one question per side and object: all deletes where the object as a whole brakes, else those of the lists that
 * do, so that a folder that was emptied does not go unasked because the mailbox holds many others.
 */
export function brakedDeletes(counts: readonly DeleteCount[]): DeleteCount[] {
  const groups = Map.groupBy(counts.filter(brakes), ({ side, object }) => `${side} ${object}`);
  return [...groups.values()].flatMap((group) => group.find(({ linkIds }) => !linkIds) ?? together(group));
}

function together(lists: readonly DeleteCount[]): DeleteCount[] {
  const [first] = lists;
  if (!first) return [];
  const sum = (of: (count: DeleteCount) => number) => lists.reduce((total, count) => total + of(count), 0);
  const linkIds = lists.flatMap((count) => count.linkIds ?? []);
  return [{ ...first, proposed: sum(({ proposed }) => proposed), links: sum(({ links }) => links), linkIds }];
}
