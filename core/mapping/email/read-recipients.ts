import { z } from 'zod';
import { cleanLine } from '../words/clean-text.ts';
import { emailKey } from '../words/email-address.ts';

const text = z.string().nullish();
export const recipientShape = z.object({ emailAddress: z.object({ name: text, address: text }).nullish() }).nullish();
export type Recipient = z.infer<typeof recipientShape>;

export interface ReadRecipient {
  /** Lower case, null where there is none that can be written. */
  address: string | null;
  name: string | null;
  /** Free text stands where the address should; an Exchange name ("/o=…") is a colleague's, not free text. */
  nameless: boolean;
}

export function readRecipient(recipient: Recipient): ReadRecipient | null {
  const given = recipient?.emailAddress;
  const name = cleanLine(given?.name);
  const address = emailKey(given?.address);
  const written = cleanLine(given?.address);
  if (!address && !written && !name) return null;
  return { address, name, nameless: address === null && written?.startsWith('/') !== true };
}

export function readRecipients(list: readonly Recipient[] | null | undefined): ReadRecipient[] {
  return (list ?? []).flatMap((recipient) => readRecipient(recipient) ?? []);
}
