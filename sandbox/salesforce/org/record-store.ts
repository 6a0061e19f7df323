import type { Table } from '../../world/table.ts';
import { makeId, sequenceOf } from '../salesforce-id.ts';
import type { ObjectType, Row } from '../schema/index.ts';
import type { Hint } from '../soql/index.ts';
import { ChangeLog } from './change-log.ts';
import { ValueIndex } from './value-index.ts';

/**
 * The records of one sObject with their indexes. A row may be stored but not yet visible (`$visibleAt`, milliseconds): real commits
 * become visible after their SystemModstamp was set. Until then readers see the version before it, or nothing.
 */
export class RecordStore {
  readonly type: ObjectType;
  readonly #table: Table<Row>;
  readonly #now: () => number;
  readonly #index = new ValueIndex();
  readonly #changes = new ChangeLog();
  readonly #before = new Map<string, Row>();
  #sequence = 0;

  constructor(type: ObjectType, table: Table<Row>, now: () => number) {
    this.type = type;
    this.#table = table;
    this.#now = now;
    this.rebuild();
  }

  get size(): number {
    return this.#table.size;
  }
  nextId(): string {
    this.#sequence += 1;
    return makeId(this.type.prefix ?? '000', this.#sequence);
  }
  /** The newest version, visible or not: what writes build on. */
  stored(id: string): Row | undefined {
    return this.#table.get(id);
  }
  get(id: string): Row | undefined {
    return this.#visible(this.#table.get(id));
  }
  /** The version before the last write, while the sandbox runs. */
  before(id: string): Row | undefined {
    return this.#before.get(id);
  }
  put(row: Row): void {
    const id = String(row.Id);
    const prior = this.#table.get(id);
    if (prior) this.#before.set(id, prior);
    this.#table.set(id, row);
    this.#note(id, prior, row);
  }
  /** Takes a write back; the id stays used. */
  restore(id: string, prior: Row | undefined): void {
    const row = this.#table.get(id);
    if (prior) {
      this.#table.set(id, prior);
      this.#note(id, row, prior);
    } else if (row) {
      this.#table.delete(id);
      this.#index.remove(id, row, this.type);
    }
  }
  /** Visible rows that may match; the caller tests each. */
  rows(hint?: Hint): Row[] {
    const rows: Row[] = [];
    if (!hint) for (const row of this.#table.values()) this.#collect(row, rows);
    else for (const id of this.#idsOf(hint)) this.#collect(this.#table.get(id), rows);
    return rows;
  }
  /** Rows by the value of an indexed field, in lower case; an id at its 18 characters. */
  withValue(field: string, value: string): Row[] {
    return this.rows({ kind: 'values', field, values: [value] });
  }
  /** Reads everything anew from the world's table. */
  rebuild(): void {
    this.#index.clear();
    this.#before.clear();
    this.#sequence = 0;
    for (const [id, row] of this.#table.entries()) {
      this.#index.add(id, undefined, row, this.type);
      this.#sequence = Math.max(this.#sequence, sequenceOf(id));
    }
    this.#changes.rebuild(this.#table.values());
  }

  #note(id: string, prior: Row | undefined, row: Row): void {
    this.#index.add(id, prior, row, this.type);
    this.#changes.add(String(row.SystemModstamp), id);
    if (this.#changes.size > 4 * this.#table.size + 1000) this.#changes.rebuild(this.#table.values());
  }

  #idsOf(hint: Hint): Iterable<string> {
    if (hint.kind === 'since') return this.#changes.since(hint.stamp);
    return hint.field === 'Id' ? new Set(hint.values) : this.#index.find(hint.field, hint.values);
  }

  #collect(row: Row | undefined, rows: Row[]): void {
    const visible = this.#visible(row);
    if (visible) rows.push(visible);
  }

  #visible(row: Row | undefined): Row | undefined {
    if (!row || typeof row.$visibleAt !== 'number' || row.$visibleAt <= this.#now()) return row;
    return this.#before.get(String(row.Id));
  }
}
