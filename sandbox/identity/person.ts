import type { Table } from '../world/table.ts';

/** What sign-in needs of a user of the directory (the Graph emulator owns the table). */
export interface Person {
  id: string;
  userPrincipalName: string;
  mail: string | null;
  displayName: string | null;
  accountEnabled: boolean;
}
export type People = Pick<Table<Person>, 'get' | 'values'>;

export function personByAddress(people: People, address: string): Person | undefined {
  const wanted = address.trim().toLowerCase();
  if (wanted === '') return undefined;
  for (const person of people.values()) {
    if (person.userPrincipalName.toLowerCase() === wanted || person.mail?.toLowerCase() === wanted) return person;
  }
  return undefined;
}
