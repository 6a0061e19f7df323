/** Times of the service have no milliseconds where they are zero, as Edm.DateTimeOffset writes them. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
