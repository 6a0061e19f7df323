import type { WorldClock } from '../world/clock.ts';
import { makeId, toLongId } from './salesforce-id.ts';
import type { Row } from './schema/index.ts';
import type { Project } from './soql/index.ts';

export interface Cursor {
  userId: string;
  rows: Row[];
  project: Project;
  pageSize: number;
  made: number;
}

const cursorsPerUser = 10;
const lifetime = 2 * 86_400_000;

/**
 * Open query results. They live in memory: a restart of the sandbox ends them as Salesforce ends them (INVALID_QUERY_LOCATOR), as do
 * age and the eleventh cursor of one user.
 */
export class QueryCursors {
  readonly #clock: WorldClock;
  readonly #cursors = new Map<string, Cursor>();
  #sequence = 0;

  constructor(clock: WorldClock) {
    this.#clock = clock;
    this.#sequence = clock.now() % 1_000_000_000;
  }

  open(cursor: Omit<Cursor, 'made'>): string {
    this.#sequence += 1;
    const id = makeId('01g', this.#sequence);
    this.#cursors.set(id, { ...cursor, made: this.#clock.now() });
    const own = [...this.#cursors].filter(([, one]) => one.userId === cursor.userId);
    for (const [old] of own.slice(0, -cursorsPerUser)) this.#cursors.delete(old);
    return id;
  }
  find(id: string, userId: string): Cursor | undefined {
    const cursor = this.#cursors.get(toLongId(id) ?? id);
    if (!cursor || cursor.userId !== userId || this.#clock.now() - cursor.made > lifetime) return undefined;
    return cursor;
  }
  clear(): void {
    this.#cursors.clear();
  }
}
