const address = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/;

/** The address as a key, lower case, or null where it is none (Exchange keeps "/o=…" names and free text in the same place). */
export function emailKey(text: string | null | undefined): string | null {
  const clean = text?.trim().toLowerCase() ?? '';
  return address.test(clean) ? clean : null;
}

/** Behind the last "@", as it was written. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Whether Salesforce's Email field will take it: it wants a domain with a dot. */
export function salesforceTakesEmail(text: string): boolean {
  return address.test(text) && /\.[^.@]/.test(text.slice(text.lastIndexOf('@') + 2)) && !text.endsWith('.');
}
