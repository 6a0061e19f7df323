import type { Fields } from '../../model/index.ts';

export interface DerivedName {
  lastName: string;
  /** Set where the display name tells it and Outlook has none of its own. */
  firstName: string | null;
}

/**
 * Salesforce wants a last name of every contact; Outlook does not. Where Outlook has none it is taken, in this order, from
 * the display name (behind the known given name; "Last, First"; else its last word), the company, the given name alone, and the local part
 * of the e-mail address. Only the Salesforce record gets it: the base is kept per side, so it never travels back as an edit.
 * Null: nothing to take it from.
 */
export function deriveLastName(whole: Fields): DerivedName | null {
  const [given, company, email] = [text(whole.givenName), text(whole.companyName), text(whole.email)];
  const person = personName(text(whole.displayName), given, text(whole.middleName), company, email);
  if (person) return person;
  const lastName = company || given || email.split('@')[0];
  return lastName ? { lastName, firstName: null } : null;
}

function personName(display: string, given: string, middle: string, company: string, email: string): DerivedName | null {
  if (!display || display === company || display.includes('@') || display.toLowerCase() === email) return null;
  if (given) {
    const rest = withoutStart(withoutStart(display, given), middle);
    return rest && rest !== display ? { lastName: rest, firstName: null } : null;
  }
  const comma = /^([^,]+),\s*([^,]+)$/.exec(display);
  if (comma?.[1] && comma[2]) return { lastName: comma[1].trim(), firstName: comma[2].trim() };
  const words = display.split(/\s+/);
  return { lastName: words.at(-1) ?? display, firstName: words.slice(0, -1).join(' ') || null };
}

function withoutStart(name: string, start: string): string {
  return start && name.toLowerCase().startsWith(`${start.toLowerCase()} `) ? name.slice(start.length + 1).trim() : name;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
