import { otherSide, type Side, sides } from '../../core/model/index.ts';

interface Edit {
  side: Side;
  field: string;
  value: string;
  at: number;
  /** A value that the field never had before: whoever kept the old one did not see this edit. */
  fresh: boolean;
}

interface Entry {
  /** When each side got the item by a person's hand. */
  made: Partial<Record<Side, number>>;
  edits: Edit[];
  /** When a person deleted it. */
  deleted: Partial<Record<Side, number>>;
  /** Deleted and made again: which of the old values come back is not promised. */
  remade: boolean;
}

/** An item as both sides show it when all is quiet; null where it is not there. */
export interface Shown {
  outlook: Readonly<Record<string, string>> | null;
  salesforce: Readonly<Record<string, string>> | null;
}

/**
 * What a reasonable person remembers of a mailbox: who typed what, where and when, and up to when everything had been carried over. Not a
 * second engine: it knows nothing of links, versions or bases.
 */
export class EditBook {
  readonly #entries = new Map<string, Entry>();
  /** Ends of undisturbed runs. */
  readonly #settled: number[] = [];

  /** A late row is made when it can be seen. */
  made(name: string, side: Side, at: number): void {
    const entry = this.#entry(name);
    if (entry.deleted[side] !== undefined) entry.remade = true;
    delete entry.deleted[side];
    entry.made[side] = at;
  }
  edited(name: string, side: Side, field: string, value: string, at: number): void {
    const { edits } = this.#entry(name);
    edits.push({ side, field, value, at, fresh: !edits.some((edit) => edit.field === field && edit.value === value) });
  }
  deleted(name: string, side: Side, at: number): void {
    this.#entry(name).deleted[side] = at;
  }
  settled(at: number): void {
    this.#settled.push(at);
  }

  /** What is wrong with the quiet state of this item; empty where all is as a person would expect. */
  faults(name: string, shown: Shown): string[] {
    const entry = this.#entries.get(name);
    if (!entry) return [`${name} was made by nobody`];
    return [...this.#resurrections(entry, shown), ...this.#lostItems(entry, shown), ...this.#lostEdits(entry, shown)].map(
      (fault) => `${name}: ${fault}`,
    );
  }
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** I5: what a person deleted stays away, unless the other side had something to say that had not been carried over. */
  #resurrections(entry: Entry, shown: Shown): string[] {
    return sides.flatMap((side) => {
      const at = entry.deleted[side];
      if (at === undefined || shown[side] === null || entry.remade) return [];
      const since = this.#settledBefore(at);
      const other = otherSide(side);
      const spoke = (entry.made[other] ?? -1) > since || entry.edits.some((edit) => edit.side === other && edit.at > since);
      return spoke ? [] : [`deleted in ${side}, and there again`];
    });
  }

  /** I4, whole items: nothing goes unless a person deleted it, and an edit that the deletion did not know of wins. */
  #lostItems(entry: Entry, shown: Shown): string[] {
    if (shown.outlook || shown.salesforce) return [];
    const gone = sides.filter((side) => entry.deleted[side] !== undefined);
    const [side] = gone;
    if (side === undefined) return ['gone, and nobody deleted it'];
    const at = entry.deleted[side] ?? 0;
    const other = otherSide(side);
    const won = entry.edits.some((edit) => edit.side === other && edit.fresh && edit.value !== '' && edit.at > this.#settledBefore(at));
    return gone.length === 1 && won && !entry.remade ? [`deleted in ${side} although ${other} had been edited`] : [];
  }

  /** I4, values: what both sides show is what a person typed last on one of them, and on the one that was carried over last it has to be. */
  #lostEdits(entry: Entry, { outlook, salesforce }: Shown): string[] {
    if (!outlook || !salesforce || entry.remade) return [];
    return [...new Set(entry.edits.map((edit) => edit.field))].flatMap((field) => {
      const last = sides.flatMap((side) => entry.edits.findLast((edit) => edit.side === side && edit.field === field) ?? []);
      const newest = Math.max(...last.map((edit) => edit.at));
      const open = last.filter((edit) => edit.at === newest || edit.at > this.#settledBefore(newest));
      const values = open.map((edit) => edit.value);
      if (outlook[field] !== salesforce[field])
        return [`${field} is "${outlook[field]}" in Outlook and "${salesforce[field]}" in Salesforce`];
      return values.includes(outlook[field] ?? '') ? [] : [`${field} is "${outlook[field]}", typed was "${values.join('" or "')}"`];
    });
  }

  #settledBefore(at: number): number {
    return this.#settled.findLast((end) => end <= at) ?? -1;
  }
  #entry(name: string): Entry {
    let entry = this.#entries.get(name);
    if (!entry) {
      entry = { made: {}, edits: [], deleted: {}, remade: false };
      this.#entries.set(name, entry);
    }
    return entry;
  }
}
