import { GraphError } from '../http/graph-error.ts';

type Item = Record<string, unknown>;

/** $select: the named properties, and always id and annotations. An unknown name is refused. */
export function readSelect(text: string | undefined, type: string, known: ReadonlySet<string>): ((item: Item) => Item) | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  for (const name of names) {
    if (!known.has(name) && name !== 'id' && name !== '*')
      throw new GraphError(400, 'RequestBroker--ParseUri', `Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`);
  }
  if (names.includes('*')) return undefined;
  const kept = new Set([...names, 'id', 'singleValueExtendedProperties']);
  return (item) => Object.fromEntries(Object.entries(item).filter(([name]) => name.startsWith('@') || kept.has(name)));
}
