import type { DeleteCount } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';

const gone = `
  SELECT o.object, o.collection_id AS list, count(*)::int AS proposed, array_agg(l.id::text ORDER BY l.id) AS "linkIds"
    FROM link l JOIN observation o ON o.user_id = l.user_id AND o.side = 'outlook' AND o.object = l.object AND o.remote_id = l.outlook_id
   WHERE l.user_id = $1 AND l.id = ANY ($2::uuid[]) AND o.removed AND o.collection_id IS NOT NULL
   GROUP BY o.object, o.collection_id ORDER BY o.object, o.collection_id`;

const live = `
  SELECT o.object, o.collection_id AS list, count(*)::int AS links
    FROM link l JOIN observation o ON o.user_id = l.user_id AND o.side = 'outlook' AND o.object = l.object AND o.remote_id = l.outlook_id
   WHERE l.user_id = $1 AND l.state = 'linked' AND o.collection_id = ANY ($2::uuid[]) GROUP BY o.object, o.collection_id`;

type Gone = Pick<DeleteCount, 'object' | 'proposed'> & { list: string; linkIds: string[] };

/** Deletes in Salesforce of these links, per list in Outlook that their items went from. What lay in no list that is read is left out. */
export async function deletesByList({ query }: Transaction, userId: string, linkIds: readonly string[]): Promise<DeleteCount[]> {
  if (linkIds.length === 0) return [];
  const lists = await query<Gone>(gone, [userId, linkIds]);
  if (lists.length === 0) return [];
  const counts = await query<{ object: string; list: string; links: number }>(live, [userId, [...new Set(lists.map(({ list }) => list))]]);
  const links = new Map(counts.map((count) => [`${count.object} ${count.list}`, count.links]));
  return lists.map(({ list, ...count }) => ({ ...count, side: 'salesforce', links: links.get(`${count.object} ${list}`) ?? 0 }));
}
