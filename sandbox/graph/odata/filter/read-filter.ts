import { checkStampId } from '../stamps.ts';
import { evaluateFilter } from './evaluate-filter.ts';
import type { FilterExpression } from './filter-expression.ts';
import { namePaths } from './name-paths.ts';
import { parseFilter } from './parse-filter.ts';
import { refuseFilter } from './refuse-filter.ts';

interface Filtered {
  /** extended properties by id; they are not part of the shown item */
  stamps: Record<string, string> | undefined;
  /** the item as it is shown; made only where the filter speaks of it */
  shown(): Record<string, unknown>;
}
const stampsName = 'singleValueExtendedProperties';

/** A test for $filter, or undefined where there is none. An unknown property is refused by name. */
export function readFilter(text: string | undefined, known: ReadonlySet<string>): ((item: Filtered) => boolean) | undefined {
  if (text === undefined) return undefined;
  const expression = canonicalStamps(parseFilter(text), false);
  for (const name of namePaths(expression)) {
    if (name !== stampsName && name !== 'id' && !known.has(name)) throw refuseFilter(text, `there is no property '${name}'`);
  }
  return (item) => {
    let shown: Record<string, unknown> | undefined;
    return evaluateFilter(expression, (name) => {
      if (name === stampsName) return Object.entries(item.stamps ?? {}).map(([id, value]) => ({ id, value }));
      shown ??= item.shown();
      return shown[name];
    });
  };
}

/** Ids of extended properties may be written with another case of the guid: they are brought to the kept spelling. */
function canonicalStamps(expression: FilterExpression, inside: boolean): FilterExpression {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return { ...expression, left: canonicalStamps(expression.left, inside), right: canonicalStamps(expression.right, inside) };
    case 'not':
      return { ...expression, inner: canonicalStamps(expression.inner, inside) };
    case 'any':
      return { ...expression, inner: canonicalStamps(expression.inner, expression.path[0] === stampsName) };
    case 'compare':
      if (!inside || expression.path.at(-1) !== 'id' || expression.literal.type !== 'text') return expression;
      return { ...expression, literal: { type: 'text', value: checkStampId(expression.literal.value) } };
    default:
      return expression;
  }
}
