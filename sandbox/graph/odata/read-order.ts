import { GraphError } from '../http/graph-error.ts';

type Item = Record<string, unknown>;

/** $orderby=a,b/c desc: a comparison of shown items. */
export function readOrder(text: string | undefined, known: ReadonlySet<string>): ((a: Item, b: Item) => number) | undefined {
  if (text === undefined) return undefined;
  const keys = text.split(',').map((part) => {
    const [path = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    if (rest.length > 0 || !/^(asc|desc)$/i.test(direction) || !known.has(path.split('/')[0] ?? ''))
      throw new GraphError(400, 'ErrorInvalidUrlQuery', `The query option '$orderby=${text}' is invalid at '${part.trim()}'.`);
    return { path: path.split('/'), sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return (a, b) => {
    for (const { path, sign } of keys) {
      const [left, right] = [sortable(a, path), sortable(b, path)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  };
}

function sortable(item: Item, path: string[]): string | number {
  let value: unknown = item;
  for (const name of path) value = (value as Item | null | undefined)?.[name];
  return typeof value === 'number' ? value : String(value ?? '').toLowerCase();
}
