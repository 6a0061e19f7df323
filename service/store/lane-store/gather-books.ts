import { type Intent, itemKey, type Link } from '../../../core/model/index.ts';
import type { Ids, IssueNote, Receipt } from '../../../core/sync/index.ts';
import { bookReceipt, freshObservation } from './book-receipt.ts';
import { endsOf, type ItemRef } from './items.ts';
import type { ObservationToPut } from './put-observations.ts';

/** Everything that the receipts of one answer change, gathered so that it is stored by a statement per table. */
export interface Books {
  links: Map<string, Link>;
  put: Map<string, ObservationToPut>;
  forget: ItemRef[];
  /** Links that waited for what was not made. */
  unmade: string[];
  /** To be looked at again by the planner. */
  replan: ItemRef[];
  done: string[];
  /** Intents that did not get through: id, state, error, not_before. */
  others: object[];
  journal: object[];
  issues: IssueNote[];
  /** Keys of meetings whose records were given to members. */
  given: string[];
}

export function gatherBooks(receipts: readonly Receipt[], sending: ReadonlyMap<string, { intent: Intent; link: Link }>, ids: Ids): Books {
  const books: Books = {
    links: new Map(),
    put: new Map(),
    forget: [],
    unmade: [],
    replan: [],
    done: [],
    others: [],
    journal: [],
    issues: [],
    given: [],
  };
  for (const receipt of receipts) {
    const entry = sending.get(receipt.intentId);
    // Dropped meanwhile (a reset): nobody waits for this answer.
    if (entry) book(books, ids, entry.intent, books.links.get(entry.link.id) ?? entry.link, receipt);
  }
  return books;
}

function book(books: Books, ids: Ids, intent: Intent, link: Link, receipt: Receipt): void {
  switch (receipt.outcome) {
    case 'done':
      bookDone(books, ids, intent, link, receipt);
      return;
    case 'failed':
      books.others.push({ id: intent.id, state: 'failed', error: receipt.error });
      if (receipt.issue) books.issues.push(receipt.issue);
      if (receipt.replan) books.replan.push(...endsOf(link));
      return;
    case 'conflict': {
      books.others.push({ id: intent.id, state: 'dropped' });
      const fresh = freshObservation(intent, receipt.fresh);
      if (fresh) books.put.set(itemKey(fresh), { seen: fresh, planned: false });
      books.replan.push(...endsOf(link));
      if (receipt.unmade) books.unmade.push(link.id);
      return;
    }
    case 'later': {
      const { error } = receipt;
      books.others.push({ id: intent.id, state: 'pending', error, not_before: error.kind === 'retry-at' ? error.at : null });
      return;
    }
  }
}

function afterwards(intent: Intent, { stored, beside }: Extract<Receipt, { outcome: 'done' }>) {
  const fields = stored?.fields ?? intent.whole ?? intent.fields;
  return beside ? { ...fields, ...beside } : fields;
}

function bookDone(books: Books, ids: Ids, intent: Intent, link: Link, receipt: Extract<Receipt, { outcome: 'done' }>): void {
  const { stored, remoteId, at } = receipt;
  books.links.set(link.id, bookReceipt(intent, link, receipt));
  books.done.push(intent.id);
  books.issues.push(...(receipt.issues ?? []));
  if (receipt.gave === 'paused' && link.key !== null) books.given.push(link.key);
  if (intent.operation === 'delete' || receipt.gave === 'ended') books.forget.push(...endsOf(link));
  else if (stored) books.put.set(itemKey(stored), { seen: stored, planned: !receipt.otherEdits });
  books.journal.push({
    id: ids.next(),
    intent_id: intent.id,
    link_id: link.id,
    side: intent.side,
    object: intent.object,
    remote_id: remoteId,
    operation: intent.operation,
    before: intent.before,
    after: intent.operation === 'delete' ? null : afterwards(intent, receipt),
    undoes: intent.undoes ?? null,
    origin: intent.origin ?? null,
    at,
  });
}
