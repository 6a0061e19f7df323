import type { Call } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';

export const pageOptions = ['$top', '$skip', '$count'] as const;
const maxPageSize = 1000;

interface CutPage<T> {
  rows: T[];
  counts: Record<string, unknown>;
  links: Record<string, unknown>;
}

/** Cuts the page that $top, $skip and Prefer ask for, under the content faults of the desk. */
export function cutPage<T>(call: Call, rows: T[], defaultSize = 10): CutPage<T> {
  const skip = readNumber(call, '$skip') ?? 0;
  const size = readNumber(call, '$top') ?? call.prefer.pageSize ?? defaultSize;
  if (size > maxPageSize) throw new GraphError(400, 'ErrorInvalidUrlQuery', `The limit of '${maxPageSize}' for $top has been exceeded.`);
  const counts = call.query.get('$count') === 'true' ? { '@odata.count': rows.length } : {};
  const page = rows.slice(skip, skip + size);
  const more = skip + size < rows.length;
  const fault = call.fault?.do;
  if (fault === 'empty-list') return { rows: [], counts, links: {} };
  if (fault === 'half-list') return { rows: page.slice(0, Math.ceil(page.length / 2)), counts, links: {} };
  if (fault === 'repeated-page') return { rows: page, counts, links: nextLink(call, skip) };
  if (fault === 'duplicate-delivery')
    return { rows: page.flatMap((row) => [row, row]), counts, links: more ? nextLink(call, skip + size) : {} };
  return { rows: fault === 'reordered-page' ? page.reverse() : page, counts, links: more ? nextLink(call, skip + size) : {} };
}

function nextLink(call: Call, skip: number): Record<string, string> {
  const query = new Map(call.query).set('$skip', String(skip));
  const text = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return { '@odata.nextLink': `${call.origin}/v1.0${call.path}?${text}` };
}

function readNumber(call: Call, name: string): number | undefined {
  const text = call.query.get(name);
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new GraphError(
    400,
    'ErrorInvalidUrlQuery',
    `Invalid value '${text}' for ${name} query option: it must be a whole number, 0 or more.`,
  );
}
