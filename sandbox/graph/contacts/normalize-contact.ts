import { readProperties } from '../odata/read-properties.ts';
import { type ContactBody, contactReaders, contactReadOnly, emptyContact } from './contact-body.ts';

/** A written contact as Exchange keeps it: trimmed, with display name, file-as name and address names filled in where not given. */
export function normalizeContact(input: unknown, previous: ContactBody = emptyContact): ContactBody {
  const written = readProperties('contact', input, contactReaders, contactReadOnly);
  const next: ContactBody = { ...previous, ...written };
  for (const name of ['homeAddress', 'businessAddress', 'otherAddress']) {
    if (written[name] !== undefined) next[name] = withoutNulls(written[name]);
  }
  const named = 'givenName' in written || 'surname' in written || previous === emptyContact;
  if (named && !('displayName' in written))
    next.displayName = joined(' ', next.givenName, next.middleName, next.surname) ?? next.displayName;
  if (named && !('fileAs' in written)) next.fileAs = joined(', ', next.surname, next.givenName) ?? next.displayName ?? next.companyName;
  if (next.displayName === null) next.displayName = next.companyName;
  next.emailAddresses = emails(next.emailAddresses, next.displayName);
  return next;
}

function joined(separator: string, ...parts: unknown[]): string | null {
  const given = parts.filter((part) => typeof part === 'string' && part !== '');
  return given.length > 0 ? given.join(separator) : null;
}

function emails(value: unknown, displayName: unknown): unknown[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one) => one?.address).map(({ name, address }) => ({ name: name ?? displayName ?? address, address }));
}

function withoutNulls(value: unknown): unknown {
  if (value === null) return {};
  return Object.fromEntries(Object.entries(value as object).filter(([, part]) => part !== null));
}
