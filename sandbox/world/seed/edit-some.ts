import type { Mailbox } from '../../graph/index.ts';
import type { Emulators } from '../start/create-emulators.ts';

export interface SomeEdits {
  /** each n-th item, from the first */
  every: number;
  side: 'outlook' | 'salesforce';
  /** goes into the job title of contacts and the place of events */
  note: string;
  mailbox: Mailbox;
  salesforceId: string;
}

/** Edits each n-th contact and event of a person on one side. Answers how many. */
export function editSome(
  { salesforce }: Emulators,
  { every, side, note, mailbox, salesforceId }: SomeEdits,
): { contacts: number; events: number } {
  const nth = <T>(items: T[]) => items.filter((_, place) => place % every === 0);
  if (side === 'outlook') {
    const contacts = nth(mailbox.contacts());
    const events = nth(mailbox.events());
    for (const { id } of contacts) mailbox.updateContact(id, { jobTitle: note });
    for (const { id } of events) mailbox.updateEvent(id, { location: { displayName: note } });
    return { contacts: contacts.length, events: events.length };
  }
  const mine = (sobject: string) =>
    nth([...salesforce.org.records(sobject)].filter((row) => row.OwnerId === salesforceId && row.IsDeleted !== true));
  const contacts = mine('Contact');
  const events = mine('Event');
  for (const row of contacts) salesforce.org.update('Contact', String(row.Id), { Title: note }, salesforceId);
  for (const row of events) salesforce.org.update('Event', String(row.Id), { Location: note }, salesforceId);
  return { contacts: contacts.length, events: events.length };
}
