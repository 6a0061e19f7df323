import { type Card, type CardProperty, components, unescapeText } from './read-vcards.ts';

/** A vCard as a Graph contact, and what Outlook has no room for. */
export function toContact(card: Card): { contact: Record<string, unknown>; left: string[] } {
  const left: string[] = [];
  const all = (name: string) => card.properties.filter((property) => property.name === name && property.value.trim() !== '');
  const one = (name: string) => unescapeText(all(name)[0]?.value ?? '') || undefined;
  const [surname, givenName, middleName, title, generation] = components(all('N')[0]?.value ?? '');
  const [companyName, department] = components(all('ORG')[0]?.value ?? '');
  const emails = all('EMAIL').map((property) => unescapeText(property.value).replace(/^mailto:/i, ''));
  if (emails.length > 3) left.push(`${emails.length - 3} more e-mail addresses`);
  const phones = sortPhones(all('TEL'), left);
  const birthday = readDay(one('BDAY'), left);
  const contact = {
    surname,
    givenName,
    middleName,
    title,
    generation,
    displayName: one('FN'),
    nickName: one('NICKNAME'),
    companyName,
    department,
    jobTitle: one('TITLE'),
    profession: one('ROLE'),
    personalNotes: all('NOTE')
      .map((property) => unescapeText(property.value))
      .join('\n'),
    businessHomePage: one('URL'),
    categories: all('CATEGORIES').flatMap((property) => property.value.split(/(?<!\\),/).map(unescapeText)),
    emailAddresses: emails.slice(0, 3).map((address) => ({ address, name: one('FN') })),
    ...phones,
    homeAddress: address(all('ADR').find(({ types }) => types.includes('HOME'))),
    businessAddress: address(
      all('ADR').find(({ types }) => types.includes('WORK')) ?? all('ADR').find(({ types }) => !types.includes('HOME')),
    ),
    birthday,
  };
  return { contact: Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined && value !== '')), left };
}

function sortPhones(numbers: CardProperty[], left: string[]): Record<string, unknown> {
  const text = (property: CardProperty) => unescapeText(property.value).replace(/^tel:/i, '');
  const mobile = numbers.filter(({ types }) => types.includes('CELL'));
  const home = numbers.filter(({ types }) => types.includes('HOME') && !types.includes('CELL') && !types.includes('FAX'));
  const business = numbers.filter(({ types }) => !['HOME', 'CELL', 'FAX', 'PAGER'].some((type) => types.includes(type)));
  const kept = Math.min(mobile.length, 1) + Math.min(home.length, 2) + Math.min(business.length, 2);
  if (numbers.length > kept) left.push(`${numbers.length - kept} more telephone numbers`);
  return {
    mobilePhone: mobile[0] && text(mobile[0]),
    homePhones: home.slice(0, 2).map(text),
    businessPhones: business.slice(0, 2).map(text),
  };
}

function address(property: CardProperty | undefined): Record<string, string> | undefined {
  if (!property) return undefined;
  const [box, extended, street, city, state, postalCode, countryOrRegion] = components(property.value);
  const lines = [street, extended, box].filter((line) => line !== undefined && line !== '').join('\n');
  const parts = { street: lines, city, state, postalCode, countryOrRegion };
  return Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined && part[1] !== ''));
}

/** Outlook keeps a whole date; a birthday without its year has no place. */
function readDay(text: string | undefined, left: string[]): string | undefined {
  if (text === undefined) return undefined;
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text);
  if (match) return `${match[1]}-${match[2]}-${match[3]}T11:59:00Z`;
  left.push(`birthday ${text}`);
  return undefined;
}
