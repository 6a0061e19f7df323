import type { ItemPerson, OpenItem } from '../../core/host/index.ts';
import { askOffice, askValue } from './ask-office.ts';

type Composed = Office.MessageCompose & Office.AppointmentCompose;
type Address = Office.EmailAddressDetails | undefined;

const person = (address: Address): ItemPerson[] =>
  address?.emailAddress ? [{ email: address.emailAddress, name: address.displayName || null }] : [];

/** Whoever stands twice (sender and answered-to) is one person. */
const once = (people: readonly ItemPerson[]): ItemPerson[] => [
  ...new Map(people.map((one) => [one.email.toLowerCase(), one] as const)).values(),
];

const sameAddress = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/** Mailbox 1.7: a meeting of a series names its series, the series itself has a pattern. Older hosts leave both out. */
const seriesOf = (seriesId: unknown, recurrence: unknown): Pick<OpenItem, 'series'> => {
  if (typeof seriesId === 'string' && seriesId !== '') return { series: 'one' };
  return recurrence ? { series: 'whole' } : {};
};

/** Mailbox 1.14; where it is missing nothing is said, and the service knows. */
const privacyOf = (sensitivity: unknown): Pick<OpenItem, 'isPrivate'> =>
  typeof sensitivity === 'string' ? { isPrivate: /^(private|personal|confidential)$/i.test(sensitivity) } : {};

const readMessage = (item: Office.MessageRead): OpenItem => ({
  kind: 'message',
  id: item.itemId || null,
  subject: item.subject,
  people: once([...person(item.from), ...item.to.flatMap(person), ...item.cc.flatMap(person)]),
});

const readAppointment = (item: Office.AppointmentRead, own: string): OpenItem => ({
  kind: 'event',
  id: item.itemId || null,
  subject: item.subject,
  people: once([...person(item.organizer), ...item.requiredAttendees.flatMap(person), ...item.optionalAttendees.flatMap(person)]),
  invited: !sameAddress(item.organizer?.emailAddress, own),
  ...seriesOf(item.seriesId, item.recurrence),
  ...privacyOf(item.sensitivity),
});

/** The form of whoever writes. Organizers see their own saved meetings in it, too: those have an id (Mailbox 1.8). */
const readComposed = async (item: Composed): Promise<OpenItem> => {
  const isEvent = item.itemType === Office.MailboxEnums.ItemType.Appointment;
  const lists = isEvent ? [item.requiredAttendees, item.optionalAttendees] : [item.to, item.cc];
  const [found, subject, id, recurrence, sensitivity] = await Promise.all([
    Promise.all(lists.map((list) => askValue<Office.EmailAddressDetails[]>(list))),
    askValue<string>(item.subject),
    isEvent ? askOffice<string>((done) => item.getItemIdAsync(done)) : undefined,
    isEvent ? askValue<Office.Recurrence>(item.recurrence) : undefined,
    isEvent ? askValue<unknown>(item.sensitivity as Parameters<typeof askValue>[0]) : undefined,
  ]);
  return {
    kind: isEvent ? 'event' : 'message',
    id: id || null,
    subject: subject ?? null,
    people: once(found.flatMap((list) => list ?? []).flatMap(person)),
    composing: true,
    ...(isEvent ? { ...seriesOf(item.seriesId, recurrence), ...privacyOf(sensitivity) } : {}),
  };
};

/** Values where somebody reads; objects to be asked where somebody writes. */
const isRead = (value: unknown): boolean => typeof value !== 'object' || value === null || !('getAsync' in value);

/** Mailbox 1.8. A mailbox that several people share, or a folder that somebody opened to others: the item is not of the account's own. */
const ownerOf = async (item: Pick<Office.MessageRead, 'getSharedPropertiesAsync'>): Promise<string | undefined> =>
  (await askOffice<Office.SharedProperties>((done) => item.getSharedPropertiesAsync(done)))?.owner;

/** What office.js knows of the open item; `own` is the address of the account in which Outlook shows it. */
export const readItem = async (item: NonNullable<Office.Mailbox['item']>, own: string): Promise<OpenItem> => {
  const any = item as unknown as { subject?: unknown };
  const read = async (): Promise<OpenItem> => {
    if (!isRead(any.subject)) return readComposed(item as unknown as Composed);
    return item.itemType === Office.MailboxEnums.ItemType.Appointment
      ? readAppointment(item as unknown as Office.AppointmentRead, own)
      : readMessage(item as unknown as Office.MessageRead);
  };
  const [found, owner] = await Promise.all([read(), ownerOf(item as unknown as Office.MessageRead)]);
  const mailbox = owner || own;
  return mailbox === '' ? found : { ...found, mailbox };
};
