import type { ItemPerson, ItemSource, OpenItem } from '../../core/host/index.ts';

type Mailbox = Office.Mailbox;
type Address = Office.EmailAddressDetails | undefined;

const person = (address: Address): ItemPerson[] =>
  address?.emailAddress ? [{ email: address.emailAddress, name: address.displayName || null }] : [];

/** Whoever stands twice (sender and answered-to) is one person. */
const once = (people: readonly ItemPerson[]): ItemPerson[] => [
  ...new Map(people.map((one) => [one.email.toLowerCase(), one] as const)).values(),
];

/** In compose mode Office gives objects with getAsync instead of the values. */
const isRead = (value: unknown): boolean => typeof value !== 'object' || value === null || !('getAsync' in value);

const composed = (recipients: Office.Recipients | undefined): Promise<ItemPerson[]> =>
  new Promise((resolve) => {
    if (recipients === undefined) return resolve([]);
    recipients.getAsync((result) => resolve(result.status === Office.AsyncResultStatus.Succeeded ? result.value.flatMap(person) : []));
  });

const readMessage = (item: Office.MessageRead): OpenItem => ({
  kind: 'message',
  id: item.itemId || null,
  subject: item.subject,
  people: once([...person(item.from), ...item.to.flatMap(person), ...item.cc.flatMap(person)]),
});

const readAppointment = (item: Office.AppointmentRead): OpenItem => ({
  kind: 'event',
  id: item.itemId || null,
  subject: item.subject,
  people: once([...person(item.organizer), ...item.requiredAttendees.flatMap(person), ...item.optionalAttendees.flatMap(person)]),
});

const readComposed = async (item: Office.MessageCompose & Office.AppointmentCompose): Promise<OpenItem> => {
  const isEvent = item.itemType === Office.MailboxEnums.ItemType.Appointment;
  const lists = isEvent ? [item.requiredAttendees, item.optionalAttendees] : [item.to, item.cc];
  return { kind: isEvent ? 'event' : 'message', id: null, subject: null, people: once((await Promise.all(lists.map(composed))).flat()) };
};

/** Office keeps one handler a kind of event, and takes all away at once: so one is given to it, for all who listen here. */
const followItem = (mailbox: Mailbox): ItemSource['onChanged'] => {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return (listener) => {
    // Mailbox 1.5; on hosts without pinning the pane opens anew for each item.
    if (listeners.size === 0) mailbox.addHandlerAsync?.(Office.EventType.ItemChanged, tell);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) mailbox.removeHandlerAsync?.(Office.EventType.ItemChanged);
    };
  };
};

/** The open item as people and id. Null where none is open: the pane may be pinned while nothing is selected. */
export const officeItem = (mailbox: Mailbox): ItemSource => ({
  get: async () => {
    const { item } = mailbox;
    if (!item) return null;
    if (!isRead((item as { subject?: unknown }).subject))
      return readComposed(item as unknown as Office.MessageCompose & Office.AppointmentCompose);
    return item.itemType === Office.MailboxEnums.ItemType.Appointment
      ? readAppointment(item as unknown as Office.AppointmentRead)
      : readMessage(item as unknown as Office.MessageRead);
  },
  onChanged: followItem(mailbox),
});
