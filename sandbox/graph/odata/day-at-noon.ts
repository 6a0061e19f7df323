import type { PropertyReader } from './read-properties.ts';

const shape = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$/;

/** An Edm.DateTimeOffset that means a calendar day: Exchange keeps the day at 11:59 UTC, whatever time was written. */
export const dayAtNoon: PropertyReader = (value, fail) => {
  if (value === null) return null;
  const found = typeof value === 'string' ? shape.exec(value) : null;
  return found && !Number.isNaN(Date.parse(String(value))) ? `${found[1]}T11:59:00Z` : fail('Edm.DateTimeOffset');
};
