import { type Field, nameType, type ObjectType, type Row } from '../schema/index.ts';
import type { Path, Query } from './query.ts';
import { soqlError } from './soql-error.ts';
import type { Source } from './source.ts';

/** The way from a row to one value: through look-ups to a parent, then a field of it. */
export interface Accessor {
  field: Field;
  /** the look-ups on the way, empty for the row's own field */
  steps: Field[];
  /** reads from the row that the query is about */
  get(row: Row): unknown;
  /** reads from the row at the end of the steps */
  read(row: Row): unknown;
}

/** Names as they mean something in one query: its object, its alias, and the parents behind it. */
export class Scope {
  readonly query: Query;
  readonly source: Source;
  readonly type: ObjectType;

  /** `known`: the object, where FROM names a way to children instead of it. */
  constructor(query: Query, source: Source, known?: ObjectType) {
    this.query = query;
    this.source = source;
    const type = known ?? source.schema.find(query.from.name);
    if (!type?.queryable) {
      throw soqlError(
        'INVALID_TYPE',
        `sObject type '${query.from.name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
        query.text,
        query.from.at,
      );
    }
    this.type = type;
  }

  resolve(path: Path): Accessor {
    const names = this.#withoutAlias(path.names);
    let type = this.type;
    const steps: Field[] = [];
    for (const name of names.slice(0, -1)) {
      const step = type.byRelationship.get(name.toLowerCase());
      const parent = step && this.parentType(step);
      if (!step || !parent || this.source.hides(type, step)) throw this.#noRelationship(name, path);
      steps.push(step);
      type = parent;
    }
    const field = type.byName.get((names.at(-1) ?? '').toLowerCase());
    if (!field || this.source.hides(type, field)) throw this.#noColumn(names.at(-1) ?? '', type, path);
    const read = this.#reader(field, type);
    return { field, steps, read, get: steps.length === 0 ? read : this.#climb(steps, read) };
  }

  /** The one object behind a look-up, or Name where there may be several. */
  parentType(step: Field): ObjectType | undefined {
    return step.referenceTo.length === 1 ? this.source.schema.find(step.referenceTo[0] ?? '') : nameType;
  }

  parentRow(row: Row, step: Field): Row | undefined {
    const id = row[step.name];
    return typeof id === 'string' ? this.source.parent(id) : undefined;
  }

  #reader(field: Field, type: ObjectType): (row: Row) => unknown {
    return type === nameType ? (row) => this.#nameValue(row, field) : (row) => readField(row, field);
  }

  #climb(steps: Field[], read: (row: Row) => unknown): (row: Row) => unknown {
    return (row) => {
      let place: Row | undefined = row;
      for (const step of steps) place = place && this.parentRow(place, step);
      return place ? read(place) : null;
    };
  }

  #nameValue(row: Row, field: Field): unknown {
    const real = this.source.schema.ofId(String(row.Id));
    if (!real) return null;
    if (field.name === 'Type') return real.name;
    const there = real.byName.get(field.name === 'Name' ? real.nameField.toLowerCase() : field.name.toLowerCase());
    return there ? readField(row, there) : null;
  }

  #withoutAlias(names: string[]): string[] {
    const first = (names[0] ?? '').toLowerCase();
    const own = first === this.query.from.alias?.toLowerCase() || first === this.type.name.toLowerCase();
    return names.length > 1 && own && !this.type.byRelationship.has(first) ? names.slice(1) : names;
  }

  #noColumn(name: string, type: ObjectType, path: Path) {
    return soqlError(
      'INVALID_FIELD',
      `No such column '${name}' on entity '${type.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
      this.query.text,
      path.at,
    );
  }

  #noRelationship(name: string, path: Path) {
    return soqlError(
      'INVALID_FIELD',
      `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
      this.query.text,
      path.at,
    );
  }
}

/** What a field of a record reads as: absent is null, but false for a checkbox. */
export function readField(row: Row, field: Field): unknown {
  if (field.compute) return field.compute(row);
  return row[field.name] ?? (field.type === 'boolean' ? false : null);
}
