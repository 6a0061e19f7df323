import type { EventBody, Recipient, ResponseStatus } from '../events/event-body.ts';
import { noTime } from '../events/event-body.ts';
import { asObject, flag, type Json, readProperties, record, text } from '../odata/read-properties.ts';
import type { DirectoryUser } from '../users/directory-user.ts';

const readers = {
  organizer: record({ emailAddress: record({ name: text, address: text }, 'emailAddress') }, 'recipient'),
  iCalUId: text,
  isCancelled: flag,
  responseStatus: record({ response: text, time: text }, 'responseStatus'),
};

/**
 * What a client may not write but what comes with an invitation from outside or with an import: organizer, iCalUId, isCancelled,
 * responseStatus. An organizer other than the mailbox's owner makes the event an attendee's copy.
 */
export function takeArrival(input: Json, user: DirectoryUser): { rest: Json; arrival: Partial<EventBody> } {
  const { organizer, iCalUId, isCancelled, responseStatus, ...rest } = asObject(input);
  const given = Object.entries({ organizer, iCalUId, isCancelled, responseStatus }).filter(([, value]) => value !== undefined);
  const arrival = readProperties('event', Object.fromEntries(given), readers, []) as Partial<EventBody>;
  if (arrival.organizer) Object.assign(arrival, asGuest(arrival.organizer, arrival.responseStatus, rest.showAs, user));
  return { rest, arrival };
}

function asGuest(organizer: Recipient, status: ResponseStatus | undefined, showAs: unknown, user: DirectoryUser): Partial<EventBody> {
  const { name, address } = organizer.emailAddress;
  const named = { organizer: { emailAddress: { name: name ?? address, address } } };
  if (address.toLowerCase() === user.mail?.toLowerCase()) return named;
  return {
    ...named,
    isOrganizer: false,
    responseStatus: status ?? { response: 'notResponded', time: noTime },
    ...(showAs === undefined ? { showAs: 'tentative' } : {}),
  };
}
