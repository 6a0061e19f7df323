import type { ObjectKind, PieceKind, Reason } from '../../../core/model/index.ts';
import { judgeMade, type MadeItem } from '../../../core/sync/index.ts';
import type { Transaction } from '../transaction.ts';
import { firstId, madeItems } from './made-items.ts';

export interface ClearPreview {
  /** Per object: what would be removed, and what stays because a person edited it, because people are invited, or for another reason. */
  objects: { object: ObjectKind; removed: number; edited: number; meetings: number; other: number }[];
  /** Pairs that would be compared afresh. */
  pairs: number;
  pieces: { kind: PieceKind; name: string; madeByUs: boolean }[];
}

type ObjectCount = ClearPreview['objects'][number];

const batch = 1_000;

/** What clearing a mailbox would do, from the books: the same judgement as over the items themselves, which may have changed since. */
export async function previewClear(transaction: Transaction, userId: string): Promise<ClearPreview> {
  const counts = new Map<ObjectKind, ObjectCount>();
  for (let after = firstId; ; ) {
    const items = await madeItems(transaction, userId, after, batch);
    for (const item of items) countIn(counts, item);
    const last = items.at(-1);
    if (!last || items.length < batch) break;
    after = last.link.id;
  }
  const objects = [...counts.values()];
  const [links] = await transaction.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM link WHERE user_id = $1 AND state <> 'ended' AND outlook_id IS NOT NULL AND salesforce_id IS NOT NULL",
    [userId],
  );
  const removed = objects.reduce((sum, object) => sum + object.removed, 0);
  return { objects, pairs: (links?.count ?? 0) - removed, pieces: await piecesOf(transaction, userId) };
}

/** Side effect: counts the item in its object's line. */
function countIn(counts: Map<ObjectKind, ObjectCount>, item: MadeItem): void {
  const { object } = item.link;
  const count = counts.get(object) ?? { object, removed: 0, edited: 0, meetings: 0, other: 0 };
  const reason = item.seen === null || item.seen.removed ? null : judgeMade(item, item.seen);
  counts.set(object, { ...count, [columnOf(reason)]: count[columnOf(reason)] + 1 });
}

function columnOf(reason: Reason | null): Exclude<keyof ObjectCount, 'object'> {
  if (reason === null) return 'removed';
  if (reason === 'edit-beats-delete') return 'edited';
  return reason === 'invitation-guard' ? 'meetings' : 'other';
}

export async function piecesOf({ query }: Transaction, userId: string): Promise<ClearPreview['pieces']> {
  return query<ClearPreview['pieces'][number]>(
    `SELECT kind, shown_as AS name, made_by_us AS "madeByUs" FROM customization
      WHERE user_id = $1 AND remote_id IS NOT NULL ORDER BY kind`,
    [userId],
  );
}
