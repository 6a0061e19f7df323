import { objectMaps } from '../../core/mapping/index.ts';
import { objectKinds } from '../../core/model/index.ts';
import type { Provider } from '../../core/sync/index.ts';
import type { EngineDesk } from '../http/index.ts';

type ItemPeople = Extract<Awaited<ReturnType<NonNullable<EngineDesk['readItem']>>>, { ok: true }>['item'];

/**
 * Who is on an Outlook item that the side panel only knows by the id in the tab's address: the organizer and the invited of a meeting, or the
 * person of a contact. Null where the id is of nothing that is read so far (a mail).
 */
export async function readItemPeople(outlook: Provider, itemId: string, own: string): Promise<ItemPeople | null> {
  for (const object of objectKinds) {
    const [look] = await outlook.get([{ object, remoteId: itemId }]);
    if (!look?.item?.raw) continue;
    const context = { tenantId: '', mailboxId: own, addresses: [own], salesforceUserId: '', zone: 'UTC', hash: () => '' };
    const reading = objectMaps[object].fromOutlook(look.item.raw, context);
    const { facts } = reading;
    const addresses = [
      facts.organizer,
      ...(facts.attendees ?? []),
      ...facts.keys.flatMap((key) => (key.startsWith('email:') ? key.slice(6) : [])),
    ];
    const people = [...new Set(addresses)].filter((email): email is string => typeof email === 'string' && email !== own);
    const subject = reading.ok && typeof reading.fields.subject === 'string' ? reading.fields.subject : null;
    return { subject, people: people.map((email) => ({ email, name: email })) };
  }
  return null;
}
