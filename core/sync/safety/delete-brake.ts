import type { DeleteCount } from '../ports/gate-books.ts';

/**
 * The delete brake (features.md F07): a run that would delete more than max(25, 10 %) of a collection's links, or all of them where there
 * are three or more, does not delete but asks. Whatever emptied one side (a closed session, a wrong folder, a person's mistake) then
 * costs one answer instead of a mailbox.
 */
export function brakes(count: DeleteCount): boolean {
  if (count.proposed > Math.max(25, count.links / 10)) return true;
  return count.links >= 3 && count.proposed >= count.links;
}
