/** One line of a folder's history. `gone` holds the `moves` of the mutable id that died. */
export interface LogEntry {
  seq: number;
  no: number;
  /** milliseconds since 1970 */
  at: number;
  gone?: number;
  back?: true;
}

/**
 * History of one folder, ordered by seq: what delta reads. An entry that was overtaken by a later change of the same item is passed
 * over. With immutable ids, an item that left and came back shows only as removed until its next edit (microsoft-graph-docs #21752).
 */
export class FolderLog {
  #entries: LogEntry[] = [];
  #compactAt = 1000;
  readonly #present = new Map<number, LogEntry>();

  get lastSeq(): number {
    return this.#entries.at(-1)?.seq ?? 0;
  }
  /** numbers of the items that lie here now, oldest change first as far as they were changed since the start */
  get members(): MapIterator<number> {
    return this.#present.keys();
  }
  get size(): number {
    return this.#present.size;
  }

  add(entry: LogEntry): void {
    this.#entries.push(entry);
    if (entry.gone === undefined) this.#present.set(entry.no, entry);
    else this.#present.delete(entry.no);
    if (this.#entries.length > this.#compactAt) this.#compact();
  }

  /** After a restart rows come in any order. */
  sort(): void {
    this.#entries.sort((a, b) => a.seq - b.seq);
    this.#present.clear();
    const entries = this.#entries;
    this.#entries = [];
    for (const entry of entries) this.add(entry);
  }

  /** Entries after `seq` that a reader must see; those gone up to `quietUntil` are left out (a first round lists what is there). */
  *after(seq: number, quietUntil: number, immutable: boolean): Generator<LogEntry> {
    for (let i = this.#firstAfter(seq); i < this.#entries.length; i += 1) {
      const entry = this.#entries[i];
      if (entry && this.#shows(entry, quietUntil, immutable)) yield entry;
    }
  }

  /** Drops what was overtaken and can never show again; what is gone stays, a reader may still have to be told. */
  #compact(): void {
    this.#entries = this.#entries.filter((entry) => entry.gone !== undefined || this.#present.get(entry.no) === entry);
    this.#compactAt = Math.max(1000, this.#entries.length * 2);
  }

  #shows(entry: LogEntry, quietUntil: number, immutable: boolean): boolean {
    const present = this.#present.get(entry.no);
    if (entry.gone === undefined) return present === entry && (!entry.back || !immutable || entry.seq <= quietUntil);
    if (entry.seq <= quietUntil) return false;
    return !immutable || present === undefined || present.back === true;
  }

  #firstAfter(seq: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle]?.seq ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
