import type { WorldClock } from '../../world/clock.ts';
import type { Table } from '../../world/table.ts';
import type { World } from '../../world/world.ts';
import { toDatetime } from '../datetime.ts';
import { refused } from '../salesforce-error.ts';
import { field, type ObjectType, type Row, Schema } from '../schema/index.ts';
import { RecordStore } from './record-store.ts';
import { initialSettings, type OrgSettings } from './settings.ts';

/** What a write replaced, so that it can be taken back. */
export type UndoLog = { store: RecordStore; id: string; prior: Row | undefined }[];

interface CustomField {
  sobject: string;
  name: string;
  added: number;
}

/** The state of one Salesforce org: its objects, records and settings, all of it in the world's tables. What may be done with it stands in the files beside. */
export class Org {
  readonly clock: WorldClock;
  schema = new Schema();
  readonly #world: World;
  readonly #settings: Table<OrgSettings>;
  readonly #custom: Table<CustomField>;
  #stores = new Map<string, RecordStore>();
  #undo: UndoLog | undefined;
  /** the day whose nightly job has run; the day of the start has none */
  #lastNight: number;
  #lastStamp = { second: 0, text: '' };

  constructor(world: World, clock: WorldClock) {
    this.#world = world;
    this.clock = clock;
    this.#lastNight = Math.floor(clock.now() / 86_400_000);
    this.#settings = world.table('salesforce.settings');
    this.#custom = world.table('salesforce.custom-field');
    this.#open();
    world.onReset(() => this.#open());
  }

  /** Nobody has made settings or records yet. */
  get isNew(): boolean {
    return !this.#settings.has('org');
  }
  /** Whether a night has passed since this was asked last. */
  nightPassed(): boolean {
    const today = Math.floor(this.clock.now() / 86_400_000);
    const passed = today > this.#lastNight;
    this.#lastNight = today;
    return passed;
  }
  get settings(): OrgSettings {
    return this.#settings.get('org') ?? initialSettings;
  }
  change(settings: Partial<OrgSettings>): OrgSettings {
    return this.#settings.set('org', { ...this.settings, ...settings });
  }
  /** When the org's objects last changed, in milliseconds. */
  get schemaChanged(): number {
    const organization = this.store(this.type('Organization')).rows()[0];
    const made =
      Date.parse(
        String(organization?.CreatedDate ?? '')
          .slice(0, 19)
          .concat('Z'),
      ) || 0;
    return Math.max(made, ...[...this.#custom.values()].map((field) => Math.floor(field.added / 1000) * 1000));
  }
  /** The stamp of a write now, to the second. */
  get stamp(): string {
    const second = Math.floor(this.clock.now() / 1000);
    if (this.#lastStamp.second !== second) this.#lastStamp = { second, text: toDatetime(second * 1000) };
    return this.#lastStamp.text;
  }
  store(type: ObjectType): RecordStore {
    const store = this.#stores.get(type.name);
    if (!store) throw refused('INVALID_TYPE', `${type.name} holds no records`);
    return store;
  }
  type(name: string): ObjectType {
    const type = this.schema.find(name);
    if (!type) throw refused('INVALID_TYPE', `sObject type '${name}' is not supported.`);
    return type;
  }
  /** The visible version of any record. */
  find(id: string): Row | undefined {
    const type = this.schema.ofId(id);
    return type && this.store(type).get(id);
  }
  put(type: ObjectType, row: Row): void {
    const store = this.store(type);
    const id = String(row.Id);
    this.#undo?.push({ store, id, prior: store.stored(id) });
    store.put(row);
  }
  /** Runs writes that hold together: an error takes all of them back and goes on to the caller. May be nested. */
  atomically<T>(run: () => T): T {
    const log: UndoLog = [];
    try {
      const result = this.within(log, run);
      this.#undo?.push(...log);
      return result;
    } catch (error) {
      this.takeBack(log);
      throw error;
    }
  }
  /** Runs writes that a later step may still take back. */
  within<T>(log: UndoLog, run: () => T): T {
    const outer = this.#undo;
    this.#undo = log;
    try {
      return run();
    } finally {
      this.#undo = outer;
    }
  }
  takeBack(log: UndoLog): void {
    for (const { store, id, prior } of log.splice(0).reverse()) store.restore(id, prior);
  }
  /** Adds text fields that an import needs and the org lacks, as an administrator would in Setup. */
  addCustomField(sobject: string, name: string): void {
    const type = this.type(sobject);
    if (type.byName.has(name.toLowerCase())) return;
    this.#custom.set(`${type.name}.${name}`, { sobject: type.name, name, added: this.clock.now() });
    this.#addField(type, name);
  }

  #addField(type: ObjectType, name: string): void {
    this.schema.addField(type, field(name, 'string', { length: 255 }));
  }

  #open(): void {
    this.schema = new Schema((name) => name === 'UserEmailCalendarSync' && !this.settings.activityCapture);
    for (const { sobject, name } of this.#custom.values()) this.#addField(this.type(sobject), name);
    const stored = this.schema.types.filter((type) => type.prefix !== null);
    this.#stores = new Map(
      stored.map((type) => [type.name, new RecordStore(type, this.#world.table(`salesforce.${type.name}`), () => this.clock.now())]),
    );
  }
}
