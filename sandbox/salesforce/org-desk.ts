import type { World } from '../world/world.ts';
import {
  convertLead,
  createRecord,
  deleteRecord,
  ensureOrg,
  findUser,
  insertSeries,
  integrationUser,
  mergeRecords,
  type Org,
  orgIdOf,
  purgeRecord,
  type SeriesInput,
  undeleteRecord,
  updateRecord,
  type Writer,
} from './org/index.ts';
import { refused } from './salesforce-error.ts';
import type { Row } from './schema/index.ts';

export interface InsertOptions {
  /** milliseconds until readers see it, while its SystemModstamp is now: a commit that takes its time */
  visibleAfter?: number;
  /** adds fields that the org lacks (`...__c`, text) instead of refusing them */
  addFields?: boolean;
}

/** The org in the hands of a person in front of Salesforce (or of an import): no token, no counting. `asUserId` is whose hand it is; the integration user's unless told. */
export interface OrgDesk {
  /** the org's 18-character id */
  readonly id18: string;
  insert(sobject: string, fields: Record<string, unknown>, asUserId?: string, options?: InsertOptions): string;
  /** A recurring event made in Salesforce's own calendar. */
  insertSeries(series: SeriesInput, asUserId?: string): { pattern: string; meetings: string[] };
  update(sobject: string, id: string, fields: Record<string, unknown>, asUserId?: string, options?: InsertOptions): void;
  delete(sobject: string, id: string, asUserId?: string): void;
  undelete(sobject: string, id: string, asUserId?: string): void;
  /** empties it out of the recycle bin */
  purge(sobject: string, id: string): void;
  merge(sobject: string, masterId: string, loserIds: string[], fields?: Record<string, unknown>, asUserId?: string): void;
  /** makes an account and a contact of a lead */
  convertLead(id: string, asUserId?: string): { accountId: string; contactId: string };
  /** every record that is visible now, deleted ones too */
  records(sobject: string): Iterable<Row>;
  record(id: string): Row | undefined;
  user(nameOrEmailOrId: string): Row | undefined;
  /** adds a text field, as an administrator does */
  addField(sobject: string, name: string): void;
}

export function orgDesk(org: Org, world: World): OrgDesk {
  const act = <T>(run: () => T): T =>
    world.transaction(() => {
      ensureOrg(org);
      return run();
    });
  const writer = (userId: string | undefined, options: InsertOptions = {}): Writer => ({
    userId: userId ?? String(integrationUser(org).Id),
    trusted: true,
    allowDuplicates: true,
    ...(options.visibleAfter === undefined ? {} : { visibleAfter: options.visibleAfter }),
  });
  const addMissing = (sobject: string, fields: Record<string, unknown>, options: InsertOptions | undefined) => {
    if (!options?.addFields) return;
    const type = org.type(sobject);
    for (const name of Object.keys(fields))
      if (/__c$/i.test(name) && !type.byName.has(name.toLowerCase())) org.addCustomField(sobject, name);
  };
  return {
    get id18() {
      return act(() => orgIdOf(org));
    },
    insert: (sobject, fields, userId, options) =>
      act(() => {
        addMissing(sobject, fields, options);
        return createRecord(org, org.type(sobject), fields, writer(userId, options));
      }),
    insertSeries: (series, userId) => act(() => org.atomically(() => insertSeries(org, series, writer(userId)))),
    update: (sobject, id, fields, userId, options) =>
      act(() => {
        addMissing(sobject, fields, options);
        updateRecord(org, org.type(sobject), id, fields, writer(userId, options));
      }),
    delete: (sobject, id, userId) => act(() => deleteRecord(org, org.type(sobject), id, writer(userId))),
    undelete: (sobject, id, userId) => act(() => undeleteRecord(org, org.type(sobject), id, writer(userId))),
    purge: (sobject, id) => act(() => purgeRecord(org, org.type(sobject), id)),
    merge: (sobject, masterId, loserIds, fields, userId) =>
      act(() => mergeRecords(org, org.type(sobject), masterId, loserIds, fields ?? {}, writer(userId))),
    convertLead: (id, userId) => act(() => convertLead(org, id, writer(userId))),
    records: (sobject) => act(() => org.store(org.type(sobject)).rows()),
    record: (id) => act(() => org.find(id)),
    user: (name) => act(() => findUser(org, name)),
    addField: (sobject, name) => {
      if (!/__c$/i.test(name)) throw refused('INVALID_FIELD', `A custom field's name ends with __c: ${name}`);
      act(() => org.addCustomField(sobject, name));
    },
  };
}
