import type { Observation, Reason } from '../../core/model/index.ts';
import { type SyncPolicy, scopeUp } from '../../core/sync/index.ts';
import type { ItemDesk } from '../http/index.ts';
import type { ItemAsks } from '../store/index.ts';
import { type LookParts, lookAtItem } from './look-at-item.ts';

/** Save of a meeting or a contact: refused at once where no category would make it travel; else the next sync sets it (mark-saved.ts). */
export function createItemDesk(parts: LookParts & { books: ItemAsks }): ItemDesk {
  return {
    async save(mailbox, item, act) {
      const found = await lookAtItem(parts, mailbox, { object: item.object, remoteId: item.id });
      if ('ok' in found) return found;
      const barred = whyNever(found.item, found.policy);
      if (barred) return { ok: false, barred };
      await parts.books.ask(mailbox, { object: item.object, remoteId: found.item.remoteId }, act);
      return { ok: true };
    },
  };
}

/** What the category does not overrule. */
function whyNever(item: Observation, policy: SyncPolicy): Reason | null {
  if (item.problem) return item.problem.reason;
  return scopeUp({ ...item, facts: { ...item.facts, categories: [...(item.facts.categories ?? []), policy.category] } }, policy);
}
