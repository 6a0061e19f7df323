import { objectMaps } from '../../core/mapping/index.ts';
import type { Facts, Fields } from '../../core/model/index.ts';
import type { Provider } from '../../core/sync/index.ts';
import type { EngineDesk } from '../http/index.ts';

type ItemPeople = Extract<Awaited<ReturnType<NonNullable<EngineDesk['readItem']>>>, { ok: true }>['item'];

/** The likeliest first: each look-up is a request. A task names nobody. */
const kinds = ['email', 'event', 'contact'] as const;

/**
 * Who is on an Outlook item that the side panel only knows by the id in the tab's address: the people of a mail, the organizer and the
 * invited of a meeting, or the person of a contact. Null where there is no such item.
 */
export async function readItemPeople(outlook: Provider, itemId: string, own: string): Promise<ItemPeople | null> {
  for (const object of kinds) {
    const [look] = await outlook.get([{ object, remoteId: itemId }]);
    if (!look?.item?.raw) continue;
    const context = { tenantId: '', mailboxId: own, addresses: [own], salesforceUserId: '', zone: 'UTC', hash: () => '' };
    const reading = objectMaps[object].fromOutlook(look.item.raw, context);
    const fields = reading.ok ? reading.fields : {};
    const people = addressesOf(reading.facts, fields).filter((email) => email !== own);
    const subject = typeof fields.subject === 'string' ? fields.subject : null;
    return { subject, people: people.map((email) => ({ email, name: nameOf(email, fields) })) };
  }
  return null;
}

function addressesOf(facts: Facts, { from }: Fields): string[] {
  const keys = facts.keys.flatMap((key) => (key.startsWith('email:') ? key.slice(6) : []));
  const all = [from, facts.organizer, ...(facts.participants ?? []), ...(facts.attendees ?? []), ...keys];
  return [...new Set(all)].filter((email): email is string => typeof email === 'string');
}

const nameOf = (email: string, { from, fromName }: Fields): string => (email === from && typeof fromName === 'string' ? fromName : email);
