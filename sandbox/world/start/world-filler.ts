import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../desk.ts';
import { type ImportReport, importWorld } from '../import/index.ts';
import { seedWorld } from '../seed/index.ts';
import type { Emulators } from './create-emulators.ts';
import { OperatorError } from './operator-error.ts';

interface Origin {
  /** `demo`, `empty`, or the imported folder */
  world: string;
}

/** Who is signed in stays signed in over a reset, since the same people come back; the clock never goes back. */
const kept = /^(world\.clock|world\.followers|identity\.(?!standing|consents)|salesforce\.(client|session|approval))/;

/** Fills a new world by --world, once; a world that was being filled when the process died is filled anew. */
export class WorldFiller {
  readonly #desk: Desk;
  readonly #emulators: Emulators;
  readonly #folder: string;
  readonly #origin;

  constructor(desk: Desk, emulators: Emulators, folder: string) {
    this.#desk = desk;
    this.#emulators = emulators;
    this.#folder = folder;
    this.#origin = desk.world.table<Origin>('world.origin');
  }

  get #reportFile(): string {
    return join(this.#folder, 'import-report.json');
  }
  get report(): ImportReport | undefined {
    if (!this.#isImport(this.#origin.get('origin')?.world) || !existsSync(this.#reportFile)) return undefined;
    return JSON.parse(readFileSync(this.#reportFile, 'utf8')) as ImportReport;
  }

  async fill(wanted: string | undefined): Promise<{ world: string; isNew: boolean }> {
    const origin = this.#origin.get('origin');
    if (origin) {
      if (wanted !== undefined && wanted !== origin.world) {
        throw new OperatorError(
          `this data folder holds another world: ${origin.world}`,
          this.#folder,
          `leave --world away to go on with it, give another folder by --data, or delete ${this.#folder}`,
        );
      }
      return { world: origin.world, isNew: false };
    }
    await this.#make(wanted ?? 'demo');
    return { world: wanted ?? 'demo', isNew: true };
  }

  async reset(): Promise<{ world: string }> {
    const world = this.#origin.get('origin')?.world ?? 'demo';
    this.#desk.faults.set([]);
    await this.#make(world);
    this.#desk.faults.resetCounters();
    return { world };
  }

  async #make(world: string): Promise<void> {
    this.#desk.world.reset((table) => kept.test(table));
    if (world === 'demo' || world === 'empty') seedWorld(this.#desk, this.#emulators, world);
    else {
      const report = await importWorld(this.#desk, this.#emulators, world);
      writeFileSync(this.#reportFile, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
    }
    this.#origin.set('origin', { world });
  }
  #isImport(world: string | undefined): boolean {
    return world !== undefined && world !== 'demo' && world !== 'empty';
  }
}
