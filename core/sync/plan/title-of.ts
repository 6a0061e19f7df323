import type { Fields, Observation } from '../../model/index.ts';

/** What people call the item: a meeting's subject, a contact's name or address. Undefined where nothing readable names it. */
export function titleOf(fields: Fields | null): string | undefined {
  if (!fields) return undefined;
  const text = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string) : '');
  const name = [text('givenName'), text('surname')].filter(Boolean).join(' ');
  return text('subject') || name || text('email') || text('companyName') || undefined;
}

/** The item's title as part of an issue's detail. */
export function titled(item: Pick<Observation, 'fields'> | undefined): { title?: string } {
  const title = titleOf(item?.fields ?? null);
  return title === undefined ? {} : { title };
}
