import type { WorldClock } from '../../world/clock.ts';
import type { Table } from '../../world/table.ts';
import { FolderLog } from './folder-log.ts';
import type { Row } from './row.ts';

export type ChangeKind = 'created' | 'updated' | 'deleted';
interface ItemsHost {
  owner: string;
  clock: WorldClock;
  nextSeq(): number;
  changed(kind: ChangeKind, row: Row<unknown>): void;
}

/** All items of one kind in one mailbox: rows in the world's table, and per folder the history that delta reads. */
export class Items<B> {
  readonly #table: Table<Row<B>>;
  readonly #host: ItemsHost;
  readonly #rows = new Map<number, Row<B>>();
  readonly #logs = new Map<number, FolderLog>();

  constructor(table: Table<Row<B>>, host: ItemsHost) {
    this.#table = table;
    this.#host = host;
  }

  get(no: number): Row<B> | undefined {
    return this.#rows.get(no);
  }
  *all(): Generator<Row<B>> {
    yield* this.#rows.values();
  }
  *in(folder: number): Generator<Row<B>> {
    for (const no of this.log(folder).members) {
      const row = this.#rows.get(no);
      if (row) yield row;
    }
  }
  log(folder: number): FolderLog {
    let log = this.#logs.get(folder);
    if (!log) {
      log = new FolderLog();
      this.#logs.set(folder, log);
    }
    return log;
  }

  create(folder: number, body: B, stamps?: Record<string, string>): Row<B> {
    const seq = this.#host.nextSeq();
    const now = this.#host.clock.now();
    const row: Row<B> = { no: seq, owner: this.#host.owner, folder, seq, moves: 0, created: now, modified: now, body };
    if (stamps && Object.keys(stamps).length > 0) row.stamps = stamps;
    this.#store(row);
    this.log(folder).add({ seq, no: row.no, at: now });
    this.#host.changed('created', row);
    return row;
  }

  update(row: Row<B>, body: B, stamps?: Record<string, string>): Row<B> {
    const next: Row<B> = { ...row, seq: this.#host.nextSeq(), modified: this.#host.clock.now(), body };
    delete next.back;
    if (stamps) next.stamps = { ...row.stamps, ...stamps };
    this.#store(next);
    this.log(row.folder).add({ seq: next.seq, no: row.no, at: next.modified });
    this.#host.changed('updated', next);
    return next;
  }

  move(row: Row<B>, folder: number): Row<B> {
    if (folder === row.folder) return row;
    const goneAt = this.#host.nextSeq();
    const seq = this.#host.nextSeq();
    const next: Row<B> = { ...row, folder, seq, moves: row.moves + 1, modified: this.#host.clock.now() };
    next.left = [...(row.left ?? []), { folder: row.folder, seq: goneAt, moves: row.moves }];
    delete next.back;
    if (row.left?.some((place) => place.folder === folder)) next.back = true;
    this.#store(next);
    this.log(row.folder).add({ seq: goneAt, no: row.no, at: next.modified, gone: row.moves });
    this.log(folder).add(next.back ? { seq, no: row.no, at: next.modified, back: true } : { seq, no: row.no, at: next.modified });
    this.#host.changed('updated', next);
    return next;
  }

  remove(row: Row<B>): void {
    const seq = this.#host.nextSeq();
    const tombstone: Row<B> = { ...row, seq, modified: this.#host.clock.now(), deleted: true, body: {} as B };
    delete tombstone.stamps;
    this.#table.set(this.#key(row), tombstone);
    this.#rows.delete(row.no);
    this.log(row.folder).add({ seq, no: row.no, at: tombstone.modified, gone: row.moves });
    this.#host.changed('deleted', tombstone);
  }

  /** Takes in a row read back from the journal; `settle` must follow. */
  adopt(row: Row<B>): void {
    const { no, seq, modified: at } = row;
    for (const place of row.left ?? []) this.log(place.folder).add({ seq: place.seq, no, at, gone: place.moves });
    if (row.deleted) this.log(row.folder).add({ seq, no, at, gone: row.moves });
    else {
      this.#rows.set(no, row);
      this.log(row.folder).add(row.back ? { seq, no, at, back: true } : { seq, no, at });
    }
  }
  settle(): void {
    for (const log of this.#logs.values()) log.sort();
  }

  #store(row: Row<B>): void {
    this.#rows.set(row.no, row);
    this.#table.set(this.#key(row), row);
  }
  #key(row: Row<B>): string {
    return `${row.owner}/${row.no}`;
  }
}
