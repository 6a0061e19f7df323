import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Journal } from './journal.ts';
import { Table } from './table.ts';

type Line = [table: string, key: string, value: unknown];

/**
 * Everything the emulators hold: named tables over one append-only journal. A line is written with one write() before the
 * answer leaves, so a kill -9 loses nothing that a client was told; only a last line cut in two is dropped when read back.
 * Without a folder the world lives in memory only (tests).
 */
export class World {
  readonly #tables = new Map<string, Table<unknown>>();
  readonly #file: string | undefined;
  readonly #resetListeners: (() => void)[] = [];
  #journal: Journal | undefined;
  #held: string[] | undefined;

  constructor(folder?: string) {
    this.#file = folder === undefined ? undefined : join(folder, 'world.jsonl');
    if (this.#file !== undefined) this.#load(this.#file);
  }

  /** True when nothing was ever stored: the caller then seeds it. */
  get isEmpty(): boolean {
    return [...this.#tables.values()].every((table) => table.size === 0);
  }

  table<T>(name: string): Table<T> {
    let table = this.#tables.get(name);
    if (!table) {
      table = new Table<unknown>((key, value) => this.#append([name, key, value]));
      this.#tables.set(name, table);
    }
    return table as Table<T>;
  }

  /** Empties every table but those to keep; the objects that hold tables stay valid and are told, so that they drop their indexes. */
  reset(keep: (table: string) => boolean = () => false): void {
    this.transaction(() => {
      for (const [name, table] of this.#tables) if (!keep(name)) table.clear();
    });
    for (const listener of this.#resetListeners) listener();
  }
  /** Emulators keep indexes in memory beside their tables: here they learn that the tables were emptied. */
  onReset(listener: () => void): void {
    this.#resetListeners.push(listener);
  }

  /** Journal lines of `run` reach the disk in one write, when it ends (also when it throws: the rows did change). */
  transaction<T>(run: () => T): T {
    if (this.#held) return run();
    this.#held = [];
    try {
      return run();
    } finally {
      const lines = this.#held;
      this.#held = undefined;
      if (lines.length > 0) this.#journal?.add(lines.join(''));
    }
  }

  close(): void {
    this.#journal?.close();
    this.#journal = undefined;
  }

  #append(line: Line): void {
    if (this.#journal === undefined) return;
    const text = `${JSON.stringify(line)}\n`;
    if (this.#held) this.#held.push(text);
    else this.#journal.add(text);
  }

  #load(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) {
      for (const text of readFileSync(file, 'utf8').split('\n')) {
        const line = parseLine(text);
        if (line) this.table(line[0]).restore(line[1], line[2]);
      }
      this.#compact(file);
    }
    this.#journal = new Journal(file);
  }

  #compact(file: string): void {
    const lines = [...this.#tables].flatMap(([name, table]) =>
      [...table.entries()].map(([key, value]) => JSON.stringify([name, key, value])),
    );
    writeFileSync(`${file}.new`, lines.length ? `${lines.join('\n')}\n` : '', { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}

function parseLine(text: string): Line | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined; // the line a kill cut in two
  }
}
