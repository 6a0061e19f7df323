import type { Fields } from '../../model/index.ts';
import { emailKey } from '../words/email-address.ts';

/** The addresses by which a contact is known, as they stand in its keys: lower case, each once. */
export function contactAddresses(fields: Fields): string[] {
  const given = [fields.email, fields.email2, fields.email3].map((value) => (typeof value === 'string' ? emailKey(value) : null));
  return [...new Set(given.filter((address) => address !== null))];
}
