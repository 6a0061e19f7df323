import { type ObjectKind, SyncFailure } from '../../core/model/index.ts';
import type { Provider } from '../../core/sync/index.ts';
import { isConversationId } from '../graph/index.ts';

interface Item {
  object: ObjectKind;
  remoteId: string;
}

export interface LastingIdParts {
  /** Whether the books know the item by this id. */
  knows(mailbox: Mailbox, item: Item): Promise<boolean>;
  outlook(mailbox: Mailbox): Promise<Pick<Provider, 'lastingIds'>>;
}

interface Mailbox {
  customerId: string;
  userId: string;
}

/** So many translations are remembered; the oldest goes first. A passing id never comes to mean another item. */
const most = 5_000;

/**
 * The id by which the books know an Outlook item that somebody named by the id at hand: office.js has EWS ids, a tab's address mutable ones, and
 * both change when the item is moved. An id that nothing is known of, and one that cannot be asked for just now, comes back as it is.
 */
export function createLastingId({ knows, outlook }: LastingIdParts) {
  const remembered = new Map<string, string>();
  return async (mailbox: Mailbox, item: Item): Promise<string> => {
    const key = `${mailbox.userId} ${item.remoteId}`;
    const before = remembered.get(key);
    if (before !== undefined) return before;
    if (await knows(mailbox, item)) return item.remoteId;
    const found = await translate(await outlook(mailbox), item.remoteId);
    if (found === null) return item.remoteId;
    // Its newest message is another one tomorrow.
    if (isConversationId(item.remoteId)) return found;
    remembered.set(key, found);
    const [oldest] = remembered.keys();
    if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
    return found;
  };
}

async function translate(outlook: Pick<Provider, 'lastingIds'>, id: string): Promise<string | null> {
  try {
    return (await outlook.lastingIds?.([id]))?.get(id) ?? null;
  } catch (error) {
    if (error instanceof SyncFailure) return null;
    throw error;
  }
}
