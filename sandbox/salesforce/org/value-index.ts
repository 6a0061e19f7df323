import type { Field, ObjectType, Row } from '../schema/index.ts';

const nothing: ReadonlySet<string> = new Set();

/** Ids by the value of each indexed field: text in lower case, look-ups as 18-character ids. */
export class ValueIndex {
  readonly #byField = new Map<string, Map<string, Set<string>>>();

  add(id: string, prior: Row | undefined, row: Row, type: ObjectType): void {
    for (const field of type.indexed) {
      const [old, value] = [keyOf(field, prior), keyOf(field, row)];
      if (old === value) continue;
      if (old !== undefined) this.#values(field.name).get(old)?.delete(id);
      if (value === undefined) continue;
      const values = this.#values(field.name);
      const ids = values.get(value);
      if (ids) ids.add(id);
      else values.set(value, new Set([id]));
    }
  }
  remove(id: string, row: Row, type: ObjectType): void {
    for (const field of type.indexed) {
      const value = keyOf(field, row);
      if (value !== undefined) this.#values(field.name).get(value)?.delete(id);
    }
  }
  find(field: string, values: readonly string[]): ReadonlySet<string> {
    const found = this.#values(field);
    if (values.length === 1) return found.get(values[0] ?? '') ?? nothing;
    return new Set(values.flatMap((value) => [...(found.get(value) ?? [])]));
  }
  clear(): void {
    this.#byField.clear();
  }

  #values(field: string): Map<string, Set<string>> {
    let values = this.#byField.get(field);
    if (!values) {
      values = new Map();
      this.#byField.set(field, values);
    }
    return values;
  }
}

function keyOf(field: Field, row: Row | undefined): string | undefined {
  const value = row?.[field.name];
  if (typeof value !== 'string') return undefined;
  return field.type === 'reference' ? value : value.toLowerCase();
}
