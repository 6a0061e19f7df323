import { runBatch } from './batch/run-batch.ts';
import { deltaCalendarView } from './calendar-view/delta-calendar-view.ts';
import { listCalendarView } from './calendar-view/list-calendar-view.ts';
import { createContact } from './contacts/create-contact.ts';
import { deleteContact } from './contacts/delete-contact.ts';
import { deltaContacts } from './contacts/delta-contacts.ts';
import { getContact } from './contacts/get-contact.ts';
import { listContacts } from './contacts/list-contacts.ts';
import { updateContact } from './contacts/update-contact.ts';
import { createEvent } from './events/create-event.ts';
import { deleteEvent } from './events/delete-event.ts';
import { getEvent } from './events/get-event.ts';
import { listEvents } from './events/list-events.ts';
import { updateEvent } from './events/update-event.ts';
import type { Route } from './http/find-route.ts';
import { getUser } from './users/get-user.ts';
import { listUsers } from './users/list-users.ts';

const user = '/users/{user}';

/** Everything below /v1.0 that is emulated, one line each. /me stands for /users/{own id}. */
export const routes: readonly Route[] = [
  ['POST', '/$batch', runBatch],

  ['GET', '/users', listUsers],
  ['GET', user, getUser],

  ['GET', `${user}/contacts`, listContacts],
  ['POST', `${user}/contacts`, createContact],
  ['GET', `${user}/contacts/delta`, deltaContacts],
  ['GET', `${user}/contacts/{contact}`, getContact],
  ['PATCH', `${user}/contacts/{contact}`, updateContact],
  ['DELETE', `${user}/contacts/{contact}`, deleteContact],
  ['GET', `${user}/contactFolders/{folder}/contacts`, listContacts],
  ['POST', `${user}/contactFolders/{folder}/contacts`, createContact],
  ['GET', `${user}/contactFolders/{folder}/contacts/delta`, deltaContacts],
  ['GET', `${user}/contactFolders/{folder}/contacts/{contact}`, getContact],
  ['PATCH', `${user}/contactFolders/{folder}/contacts/{contact}`, updateContact],
  ['DELETE', `${user}/contactFolders/{folder}/contacts/{contact}`, deleteContact],

  ...['', '/calendar', '/calendars/{calendar}'].flatMap((place): Route[] => [
    ['GET', `${user}${place}/events`, listEvents],
    ['POST', `${user}${place}/events`, createEvent],
    ['GET', `${user}${place}/events/{event}`, getEvent],
    ['PATCH', `${user}${place}/events/{event}`, updateEvent],
    ['DELETE', `${user}${place}/events/{event}`, deleteEvent],
    ['GET', `${user}${place}/calendarView`, listCalendarView],
    ['GET', `${user}${place}/calendarView/delta`, deltaCalendarView],
  ]),
];
