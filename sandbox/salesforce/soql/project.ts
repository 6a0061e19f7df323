import type { Field, ObjectType, Row } from '../schema/index.ts';
import type { Query } from './query.ts';
import type { Accessor, Scope } from './scope.ts';
import { soqlError } from './soql-error.ts';

/** Makes the JSON of a row; `base` is `/services/data/vNN.0`. */
export type Project = (row: Row, base: string) => Record<string, unknown>;

interface Branch {
  name: string;
  step: Field;
  leaves: Node[];
}
type Node = { name: string; get: (row: Row) => unknown } | Branch;

/** A way down to the records that point at this one. */
export interface ChildReader {
  name: string;
  read(row: Row, base: string): unknown;
}

/** Turns the SELECT list into one function that writes a record with its parents nested, in the order asked for. */
export function compileProjection(query: Query, scope: Scope, children: readonly ChildReader[] = []): Project {
  const root: Node[] = [];
  const seen = new Set<string>();
  for (const accessor of accessors(query, scope)) {
    const key = [...accessor.steps, accessor.field].map((part) => part.name).join('.');
    if (seen.has(key)) throw soqlError('INVALID_FIELD', `duplicate field selected: ${accessor.field.name}`, query.text, query.from.at);
    seen.add(key);
    plant(root, accessor);
  }
  if (children.length === 0) return (row, base) => write(row, scope.type, root, scope, base);
  return (row, base) => {
    const record = write(row, scope.type, root, scope, base);
    for (const child of children) record[child.name] = child.read(row, base);
    return record;
  };
}

export function attributesOf(type: ObjectType, id: unknown, base: string): Record<string, unknown> {
  return typeof id === 'string' ? { type: type.name, url: `${base}/sobjects/${type.name}/${id}` } : { type: type.name };
}

function accessors(query: Query, scope: Scope): Accessor[] {
  return query.select.flatMap((item) => {
    if (item.kind === 'field') return [scope.resolve(item.path)];
    if (item.kind === 'children') return [];
    if (item.kind === 'count') throw soqlError('MALFORMED_QUERY', 'COUNT must stand alone: grouping is not supported', query.text, item.at);
    if (item.group !== 'STANDARD' && (query.limit ?? 201) > 200) {
      throw soqlError('MALFORMED_QUERY', 'The SOQL FIELDS function must have a LIMIT of at most 200', query.text, item.at);
    }
    const shown = scope.type.fields.filter((field) => !scope.source.hides(scope.type, field));
    const wanted = shown.filter((field) => item.group === 'ALL' || field.custom === (item.group === 'CUSTOM'));
    return wanted.map((field) => scope.resolve({ names: [field.name], at: item.at }));
  });
}

function plant(nodes: Node[], accessor: Accessor): void {
  let place = nodes;
  for (const step of accessor.steps) {
    const name = step.relationshipName ?? step.name;
    let branch = place.find((node): node is Branch => 'leaves' in node && node.name === name);
    if (!branch) {
      branch = { name, step, leaves: [] };
      place.push(branch);
    }
    place = branch.leaves;
  }
  place.push({ name: accessor.field.name, get: accessor.read });
}

function write(row: Row, type: ObjectType, nodes: Node[], scope: Scope, base: string): Record<string, unknown> {
  const record: Record<string, unknown> = { attributes: attributesOf(type, row.Id, base) };
  for (const node of nodes) {
    if ('get' in node) {
      record[node.name] = node.get(row);
      continue;
    }
    const parent = scope.parentRow(row, node.step);
    const parentType = parent && scope.source.schema.ofId(String(parent.Id));
    record[node.name] = parent && parentType ? write(parent, parentType, node.leaves, scope, base) : null;
  }
  return record;
}
