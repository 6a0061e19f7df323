import { countOne, type Refused, reasonOf } from './import-report.ts';
import type { Importing } from './importing.ts';
import type { ExportFile } from './list-exports.ts';
import type { TreeRecord } from './read-tree.ts';

/** Stamped by the org itself, or ids of another org. */
const notWritten = new Set([
  'Id',
  'IsDeleted',
  'OwnerId',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
]);

/** Puts trees of one plan (or folder) into the org and remembers what their references became. */
export class TreeInserter {
  readonly #run: Importing;
  /** content of a record to its id: two plans of a folder often hold the same records, small and large */
  readonly #seen: Map<string, string>;
  readonly #ids = new Map<string, string>();
  readonly #lost = new Map<string, string>();

  constructor(run: Importing, seen: Map<string, string>) {
    this.#run = run;
    this.#seen = seen;
  }

  insertAll(file: ExportFile, records: TreeRecord[]): void {
    for (const record of records) this.#insert(file, record);
  }

  #insert(file: ExportFile, record: TreeRecord): void {
    const { org } = this.#run.emulators.salesforce;
    const at: Refused = { file: file.path, line: record.line, item: record.reference ?? record.type, reason: '' };
    const owner = String(org.user(this.#run.ownerOf(file.path))?.Id ?? '');
    const { fields, nowhere } = this.#resolve(record);
    try {
      const id = this.#once(JSON.stringify([owner, record.type, fields]), record.type, () =>
        org.insert(record.type, fields, owner, { addFields: true }),
      );
      for (const reason of nowhere) this.#run.report.partly.push({ ...at, reason });
      if (record.reference !== undefined) this.#ids.set(record.reference, id);
      for (const child of record.children) this.#insert(file, { ...child, fields: { ...child.fields, [child.parentField]: id } });
    } catch (failure) {
      const reason = reasonOf(failure);
      this.#run.report.refused.push({ ...at, reason });
      if (record.reference !== undefined) this.#lost.set(record.reference, reason);
    }
  }

  #once(content: string, type: string, insert: () => string): string {
    const known = this.#seen.get(content);
    if (known !== undefined) return known;
    const id = insert();
    this.#seen.set(content, id);
    countOne(this.#run.report.imported, type);
    return id;
  }

  /** Fields as the org takes them; a reference that leads nowhere is left out and named. */
  #resolve(record: TreeRecord): { fields: Record<string, unknown>; nowhere: string[] } {
    const fields: Record<string, unknown> = {};
    const nowhere: string[] = [];
    for (const [name, value] of Object.entries(record.fields)) {
      if (notWritten.has(name) || value === null) continue;
      const reference = typeof value === 'string' ? /^@(\w+)$/.exec(value)?.[1] : undefined;
      const known = reference === undefined ? value : this.#ids.get(reference);
      if (known !== undefined) fields[name] = known;
      else nowhere.push(`${name} points to ${reference}, which ${this.#whereIs(reference ?? '')}`);
    }
    return { fields, nowhere };
  }

  #whereIs(reference: string): string {
    const reason = this.#lost.get(reference);
    return reason === undefined ? 'is nowhere before it in the export' : `did not come in (${reason})`;
  }
}
