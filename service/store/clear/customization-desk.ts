import type { Ids } from '../../../core/sync/index.ts';
import type { Acting } from '../record/index.ts';
import type { Store } from '../store.ts';
import { piecesOf, previewClear } from './preview-clear.ts';
import { type ClearKind, startClear } from './start-clear.ts';

type Wall = readonly string[];

/** What Lockstep put into mailboxes, as the API asks for it (its port CustomizationDesk). */
export function customizationDesk(store: Store, ids: Ids) {
  return {
    pieces: (wall: Wall, userId: string) => store.asCustomers(wall, (transaction) => piecesOf(transaction, userId)),
    preview: (wall: Wall, userId: string) => store.asCustomers(wall, (transaction) => previewClear(transaction, userId)),
    start: (mailbox: { customerId: string; userId: string }, kind: ClearKind, act: Acting) => startClear(store, ids, mailbox, kind, act),
  };
}
