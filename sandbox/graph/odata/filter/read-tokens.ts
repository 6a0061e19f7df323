import { refuseFilter } from './refuse-filter.ts';

const shape =
  /\s*(?:('(?:[^']|'')*')|(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)|(-?\d+(?:\.\d+)?)|([A-Za-z_@][\w@.]*(?:\/[A-Za-z_@][\w@.]*)*)|([(),:]))/y;

export type Token = { type: 'text' | 'date' | 'number' | 'word' | 'sign'; text: string };
const types = ['text', 'date', 'number', 'word', 'sign'] as const;

export function readTokens(filter: string): Token[] {
  const tokens: Token[] = [];
  shape.lastIndex = 0;
  while (filter.slice(shape.lastIndex).trim() !== '') {
    const start = shape.lastIndex;
    const found = shape.exec(filter);
    if (!found) throw refuseFilter(filter, `it cannot be read from '${filter.slice(start, start + 20)}' on`);
    const group = found.slice(1).findIndex((part) => part !== undefined);
    tokens.push({ type: types[group] ?? 'sign', text: found[group + 1] ?? '' });
  }
  return tokens;
}
