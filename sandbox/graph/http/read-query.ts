import { refusals } from './refusals.ts';

/** System options without regard to case; an option given twice is an error, as in OData. */
export function readQuery(text: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const [raw, value] of new URLSearchParams(text)) {
    const name = raw.startsWith('$') ? canonical(raw) : raw;
    if (query.has(name)) throw refusals.parseUri(`Query option '${name}' was specified more than once.`);
    query.set(name, value);
  }
  return query;
}

const known = ['$select', '$filter', '$expand', '$orderby', '$search', '$top', '$skip', '$count', '$skiptoken', '$deltatoken'];
function canonical(name: string): string {
  const lower = name.toLowerCase();
  return known.includes(lower) ? lower : name;
}
