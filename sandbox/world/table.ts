/** One kind of thing in the world, by id: a Map that writes every change to the world's journal. */
export class Table<T> {
  readonly #rows = new Map<string, T>();
  readonly #write: (key: string, value: T | null) => void;

  constructor(write: (key: string, value: T | null) => void) {
    this.#write = write;
  }

  get size(): number {
    return this.#rows.size;
  }
  get(key: string): T | undefined {
    return this.#rows.get(key);
  }
  has(key: string): boolean {
    return this.#rows.has(key);
  }
  values(): MapIterator<T> {
    return this.#rows.values();
  }
  entries(): MapIterator<[string, T]> {
    return this.#rows.entries();
  }
  /** Stores the row; a row is replaced whole, never edited in place, or the journal would not see it. */
  set(key: string, value: T): T {
    this.#rows.set(key, value);
    this.#write(key, value);
    return value;
  }
  delete(key: string): boolean {
    const had = this.#rows.delete(key);
    if (had) this.#write(key, null);
    return had;
  }
  clear(): void {
    for (const key of [...this.#rows.keys()]) this.delete(key);
  }
  /** Puts back a row read from the journal, without writing it again. */
  restore(key: string, value: T | null): void {
    if (value === null) this.#rows.delete(key);
    else this.#rows.set(key, value);
  }
}
