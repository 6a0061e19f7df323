let last = 0;
let lastText = '1970-01-01T00:00:00Z';

/** Times of the service have no milliseconds where they are zero, as Edm.DateTimeOffset writes them. Bulk writes share their millisecond. */
export function iso(milliseconds: number): string {
  if (milliseconds === last) return lastText;
  last = milliseconds;
  lastText = new Date(milliseconds).toISOString().replace('.000Z', 'Z');
  return lastText;
}
