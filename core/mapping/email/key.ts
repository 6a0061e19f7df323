import type { Facts } from '../../model/index.ts';
import type { MapContext } from '../object-map.ts';

/** Where a mail's Message-ID stands among its natural keys. */
const prefix = 'message:';

/** Trimmed; its case counts. Null where a mail has none, or one that no field holds. */
export function readMessageId(text: string | null | undefined): string | null {
  const id = text?.trim() ?? '';
  return /^[\x21-\x7e]{3,255}$/.test(id) ? id : null;
}

export const messageKey = (messageId: string): string => `${prefix}${messageId}`;

export function messageIdOf(facts: Pick<Facts, 'keys'>): string | null {
  return facts.keys.find((key) => key.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/**
 * The same mail in two mailboxes is one record: the key is made from the Message-ID alone. A mail without one is this mailbox's own.
 */
export function mailKey(remoteId: string, facts: Facts, context: MapContext): string {
  const messageId = messageIdOf(facts);
  return context.hash(JSON.stringify(messageId ? ['email', messageId] : [context.tenantId, context.mailboxId, 'email', remoteId]));
}
