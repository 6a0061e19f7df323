import type { ObjectKind } from '../../core/model/index.ts';
import type { Lookup } from '../../core/sync/index.ts';
import type { Outcome } from './exchange.ts';
import { graphObjects } from './objects.ts';
import { readItem } from './raw-item.ts';

/** An answer of 404 ErrorItemNotFound proves the removal; any other failure proves nothing. */
export function toLookup(
  ref: { object: ObjectKind; remoteId: string },
  outcome: Outcome | undefined,
  { user, bin }: { user: string; bin: string | undefined },
): Lookup {
  if (!outcome) return { ...ref, item: null, error: { kind: 'bug', code: 'no-outcome', message: 'the look-up was not answered' } };
  if ('answer' in outcome) {
    const { body } = outcome.answer;
    // What a person threw away lies there under the same id until the bin is emptied.
    if (bin !== undefined && (body as { parentFolderId?: unknown } | null)?.parentFolderId === bin)
      return { ...ref, item: null, error: null };
    const { place, item } = graphObjects[ref.object];
    return { ...ref, item: readItem(place ? place(body, item(user, ref.remoteId)) : body), error: null };
  }
  return { ...ref, item: null, error: outcome.error.kind === 'gone' ? null : outcome.error };
}
