import type { Books } from './read-books.ts';
import type { WorldItems } from './read-world-items.ts';

/** Of one kind of item: how many there are, and where each of them is. */
export interface Account {
  kind: string;
  items: number;
  onBothSides: number;
  left: Record<string, number>;
  /** Items that are neither on both sides nor listed with a reason: must be none. */
  unaccounted: string[];
}

/** Joins what stands in the two systems with the service's books. An item counts as on both sides only if its partner really is there. */
export function accountForItems(world: readonly WorldItems[], books: Books): Account[] {
  return world.map(({ side, object, ids }) => {
    const other = world.find((one) => one.object === object && one.side !== side);
    const there = new Set([...(other?.ids ?? []), ...(other?.meetings ?? [])]);
    const account: Account = { kind: `${side} ${object}`, items: ids.length, onBothSides: 0, left: {}, unaccounted: [] };
    // Accounts and cases are what items are about; there is nothing of the kind in a mailbox.
    if (!other && ids.length > 0) account.left['no such item in Outlook'] = ids.length;
    for (const id of other ? ids : []) {
      const key = `${side} ${object} ${id}`;
      const partner = books.partners.get(key);
      const reason = books.reasons.get(key);
      if (partner !== undefined && there.has(partner)) account.onBothSides += 1;
      else if (partner === undefined && reason !== undefined) account.left[reason] = (account.left[reason] ?? 0) + 1;
      else account.unaccounted.push(id);
    }
    return account;
  });
}

/** The accounts as a table for people. */
export function sayAccounts(accounts: readonly Account[]): string {
  const rows = accounts.map(({ kind, items, onBothSides, left, unaccounted }) => {
    const reasons = Object.entries(left).map(([reason, count]) => `${count} ${reason}`);
    return `| ${kind} | ${items} | ${onBothSides} | ${reasons.join(', ') || 'none'} | ${unaccounted.length} |`;
  });
  return ['| items | there are | on both sides | left, with reason | unaccounted |', '|---|---|---|---|---|', ...rows].join('\n');
}
