import type { ObjectType } from '../schema/index.ts';

/** `&columns=true` on a query asks for what its columns are instead of its rows (the command line client draws its table by it). */
export function queryColumns(type: ObjectType, names: readonly string[][]): Record<string, unknown> {
  return {
    columnMetadata: names.map((path) => column(type, path)),
    entityName: type.name,
    groupBy: false,
    idSelected: names.some((path) => path.length === 1 && path[0]?.toLowerCase() === 'id'),
    keyPrefix: type.prefix,
  };
}

function column(type: ObjectType, path: readonly string[]): Record<string, unknown> {
  const [first, ...rest] = path;
  const field = rest.length === 0 ? type.byName.get((first ?? '').toLowerCase()) : undefined;
  const kind = field?.type ?? 'string';
  return {
    aggregate: false,
    apexType: kind === 'id' || kind === 'reference' ? 'Id' : 'String',
    booleanType: kind === 'boolean',
    columnName: field?.name ?? path.join('.'),
    custom: field?.custom ?? false,
    displayName: field?.name ?? path.join('.'),
    foreignKeyName: rest.length > 0 ? (first ?? null) : null,
    insertable: field?.createable ?? false,
    joinColumns: [],
    numberType: ['int', 'double', 'currency', 'percent'].includes(kind),
    textType: !['boolean', 'int', 'double', 'currency', 'percent', 'date', 'datetime'].includes(kind),
    updatable: field?.updateable ?? false,
  };
}
