import { GraphError } from '../http/graph-error.ts';
import type { Row } from '../store/row.ts';
import { checkStampId } from './stamps.ts';

const shape = /^\s*singleValueExtendedProperties\s*\(\s*\$filter\s*=\s*(.*)\)\s*$/s;
const condition = /^\s*(?:ep\/)?id\s+eq\s+'((?:[^']|'')*)'\s*$/;

/** Extended properties show only by $expand=singleValueExtendedProperties($filter=id eq '...' [or id eq '...']). */
export function readExpandedStamps(text: string | undefined): ((row: Row<unknown>) => Record<string, unknown>) | undefined {
  if (text === undefined) return undefined;
  const filter = shape.exec(text)?.[1];
  if (filter === undefined)
    throw new GraphError(
      400,
      'ErrorInvalidUrlQuery',
      `The query option '$expand=${text}' is not supported: only singleValueExtendedProperties($filter=id eq '...').`,
    );
  const ids = filter.split(/\s+or\s+/).map((part) => {
    const id = condition.exec(part)?.[1];
    if (id === undefined)
      throw new GraphError(400, 'ErrorInvalidUrlQuery', `The $filter inside $expand is not supported: '${part.trim()}'.`);
    return checkStampId(id);
  });
  return (row) => {
    const found = ids.flatMap((id) => (row.stamps?.[id] === undefined ? [] : [{ id, value: row.stamps[id] }]));
    return found.length > 0 ? { singleValueExtendedProperties: found } : {};
  };
}
