import { findIana } from 'windows-iana';

const cache = new Map<string, string | undefined>();

/** IANA name of a zone given by its Windows or IANA name; undefined: no such zone. */
export function findZone(name: string): string | undefined {
  if (!cache.has(name)) cache.set(name, lookUp(name));
  return cache.get(name);
}

function lookUp(name: string): string | undefined {
  if (/^(utc|tzone:\/\/microsoft\/utc|etc\/utc|gmt)$/i.test(name)) return 'UTC';
  const [first] = findIana(name as Parameters<typeof findIana>[0]);
  if (first) return first;
  if (!name.includes('/')) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return undefined;
  }
}
