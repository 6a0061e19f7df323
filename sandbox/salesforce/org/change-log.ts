import type { Row } from '../schema/index.ts';

/** Ids in the order of their SystemModstamp, so that a poll "since t" costs what changed and not what exists. */
export class ChangeLog {
  #stamps: string[] = [];
  #ids: string[] = [];
  #sorted = true;

  get size(): number {
    return this.#ids.length;
  }
  add(stamp: string, id: string): void {
    if (this.#sorted && stamp < (this.#stamps.at(-1) ?? '')) this.#sorted = false;
    this.#stamps.push(stamp);
    this.#ids.push(id);
  }
  /** Every id with an entry at or after the stamp, once; the caller looks at the row's own stamp. */
  since(stamp: string): Set<string> {
    if (!this.#sorted) this.#sort();
    let low = 0;
    let high = this.#stamps.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#stamps[middle] ?? '') < stamp) low = middle + 1;
      else high = middle;
    }
    return new Set(this.#ids.slice(low));
  }
  rebuild(rows: Iterable<Row>): void {
    this.#stamps = [];
    this.#ids = [];
    this.#sorted = true;
    for (const row of rows) this.add(String(row.SystemModstamp), String(row.Id));
  }

  #sort(): void {
    const order = this.#stamps
      .map((stamp, place) => ({ stamp, id: this.#ids[place] ?? '' }))
      .sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0));
    this.#stamps = order.map((entry) => entry.stamp);
    this.#ids = order.map((entry) => entry.id);
    this.#sorted = true;
  }
}
