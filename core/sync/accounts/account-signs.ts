import { contactAddresses, domainOf, isFreeMail } from '../../mapping/index.ts';
import type { Fields } from '../../model/index.ts';

/** By what a contact's account may be told. */
export interface AccountSigns {
  /** As it stands in Outlook, trimmed. */
  name: string | null;
  /** Of its first address, lower case. */
  domain: string | null;
  /** Why its address says nothing of a company. */
  without: 'no-domain' | 'free-mail' | 'own-domain' | null;
}

/** Names of accounts hold no more. */
const longest = 255;
/** What may stand in a query without meaning anything there. */
const plain = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,}$/u;

/** @param own - domains of the customer's own people, lower case: a colleague is no one's customer */
export function accountSigns(fields: Fields, own: ReadonlySet<string>): AccountSigns {
  const company = typeof fields.companyName === 'string' ? fields.companyName.trim() : '';
  const name = company !== '' && company.length <= longest ? company : null;
  const [address] = contactAddresses({ email: fields.email ?? null });
  const domain = domainOf(address ?? '').replace(/^www\./, '');
  if (domain.length > longest || !plain.test(domain)) return { name, domain: null, without: 'no-domain' };
  if (own.has(domain)) return { name, domain: null, without: 'own-domain' };
  return isFreeMail(domain) ? { name, domain: null, without: 'free-mail' } : { name, domain, without: null };
}
