import { otherSide, type Side, sides } from '../../core/model/index.ts';

/** Order is counted, for the clock may stand still between two acts; `at` is when the act can be seen (a late row). */
interface Moment {
  turn: number;
  at: number;
}

interface Edit extends Moment {
  side: Side;
  field: string;
  value: string;
  /** Runs so far. */
  open: number;
  /** A value that the field never had before: whoever kept the old one did not see this edit. */
  fresh: boolean;
}

interface Entry {
  /** When each side got the item by a person's hand. */
  made: Partial<Record<Side, Moment>>;
  edits: Edit[];
  /** When a person deleted it. */
  deleted: Partial<Record<Side, Moment>>;
  /** Runs so far when it was deleted. */
  untried: number;
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
  /** Undisturbed runs: what could be seen before them has been carried over. */
  readonly #settled: Moment[] = [];
  /** Runs of any kind: what came after the last one surely has not. */
  #tried = 0;
  #turn = 0;

  /** A late row is made when it can be seen. */
  made(name: string, side: Side, at: number): void {
    const entry = this.#entry(name);
    if (entry.deleted[side] !== undefined) entry.remade = true;
    delete entry.deleted[side];
    entry.made[side] = this.#now(at);
  }
  edited(name: string, side: Side, field: string, value: string, at: number): void {
    const { edits, made } = this.#entry(name);
    const seen = Math.max(at, made[side]?.at ?? at);
    edits.push({
      ...this.#now(seen),
      side,
      field,
      value,
      open: this.#tried,
      fresh: !edits.some((edit) => edit.field === field && edit.value === value),
    });
  }
  deleted(name: string, side: Side, at: number): void {
    this.#entry(name).deleted[side] = this.#now(at);
    this.#entry(name).untried = this.#tried;
  }
  tried(): void {
    this.#tried += 1;
  }
  settled(at: number): void {
    this.#settled.push(this.#now(at));
  }

  /** What is wrong with the quiet state of this item; empty where all is as a person would expect. */
  faults(name: string, shown: Shown): string[] {
    const entry = this.#entries.get(name);
    if (!entry) return [`I5: ${name} was made by nobody`];
    return [...this.#resurrections(entry, shown), ...this.#lostItems(entry, shown), ...this.#lostEdits(entry, shown)].map(
      (fault) => `${fault} (${name})`,
    );
  }
  isDeleted(name: string): boolean {
    return Object.keys(this.#entries.get(name)?.deleted ?? {}).length > 0;
  }
  /** Of what two people or an undo have to settle nobody can foretell the values; but what a person made in Outlook and nobody deleted is there. */
  isLost(name: string, { outlook }: Shown): boolean {
    const entry = this.#entries.get(name);
    return entry?.made.outlook !== undefined && !entry.remade && outlook === null;
  }
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** I5: what a person deleted stays away, unless the other side had something to say that had not been carried over. */
  #resurrections(entry: Entry, shown: Shown): string[] {
    return sides.flatMap((side) => {
      const gone = entry.deleted[side];
      if (gone === undefined || shown[side] === null || entry.remade) return [];
      const since = this.#settledBefore(gone);
      const other = otherSide(side);
      const made = entry.made[other];
      const spoke = (made && isAfter(made, since)) || entry.edits.some((edit) => edit.side === other && isAfter(edit, since));
      return spoke ? [] : [`I5: deleted in ${side}, and there again`];
    });
  }

  /** I4, whole items: nothing goes unless a person deleted it, and an edit that the deletion did not know of wins. */
  #lostItems(entry: Entry, shown: Shown): string[] {
    if (shown.outlook || shown.salesforce) return [];
    const gone = sides.filter((side) => entry.deleted[side] !== undefined);
    const [side] = gone;
    if (side === undefined) return ['I4: gone, and nobody deleted it'];
    const other = otherSide(side);
    const won = entry.edits.some((edit) => edit.side === other && edit.fresh && edit.value !== '' && edit.open === entry.untried);
    return gone.length === 1 && won && !entry.remade ? [`I4: deleted in ${side} although ${other} had been edited`] : [];
  }

  /** I4, values: what both sides show is what a person typed last on one of them, and on the one that was carried over last it has to be. */
  #lostEdits(entry: Entry, { outlook, salesforce }: Shown): string[] {
    if (!outlook || !salesforce || entry.remade) return [];
    return [...new Set(entry.edits.map((edit) => edit.field))].flatMap((field) => {
      const last = sides.flatMap((side) => entry.edits.findLast((edit) => edit.side === side && edit.field === field) ?? []);
      const newest = last.reduce((one, two) => (two.turn > one.turn ? two : one));
      const since = this.#settledBefore(newest);
      const open = last.filter((edit) => edit === newest || isAfter(edit, since));
      const values = open.map((edit) => edit.value);
      if (outlook[field] !== salesforce[field])
        return [`I4: ${field} is "${outlook[field]}" in Outlook and "${salesforce[field]}" in Salesforce`];
      // What was typed into an item that was deleted may have gone with it.
      if (Object.keys(entry.deleted).length > 0) return [];
      return values.includes(outlook[field] ?? '') ? [] : [`I4: ${field} is "${outlook[field]}", typed was "${values.join('" or "')}"`];
    });
  }

  /** The last run before that moment that carried over everything. */
  #settledBefore({ turn }: Moment): Moment | undefined {
    return this.#settled.findLast((end) => end.turn < turn);
  }
  #now(at: number): Moment {
    this.#turn += 1;
    return { turn: this.#turn, at };
  }
  #entry(name: string): Entry {
    let entry = this.#entries.get(name);
    if (!entry) {
      entry = { made: {}, edits: [], deleted: {}, untried: 0, remade: false };
      this.#entries.set(name, entry);
    }
    return entry;
  }
}

const isAfter = (moment: Moment, since: Moment | undefined): boolean => !since || moment.turn > since.turn || moment.at > since.at;
