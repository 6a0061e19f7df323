import {
  flag,
  type Json,
  list,
  oneOf,
  type PropertyReader,
  type PropertyReaders,
  record,
  text,
  texts,
  whole,
} from '../odata/read-properties.ts';
import { findZone } from '../zones/find-zone.ts';
import { wallTime } from '../zones/local-time.ts';

export interface WrittenTime {
  wall: string;
  zone: string;
  zoneName: string;
}

export const dateTime = (value: unknown, fail: Parameters<PropertyReader>[1]): WrittenTime => {
  const { dateTime: given, timeZone } = (value ?? {}) as Json;
  if (typeof given !== 'string') return fail('a dateTimeTimeZone with dateTime and timeZone');
  const inUtc = given.endsWith('Z');
  const wall = wallTime(inUtc ? given.slice(0, -1) : given);
  if (!wall) return fail('a dateTime of the form 2026-11-22T09:00:00, without an offset');
  const zoneName = inUtc || timeZone === undefined ? 'UTC' : String(timeZone);
  const zone = findZone(zoneName);
  if (!zone) return fail(`a time zone that is known; '${zoneName}' is not`);
  return { wall, zone, zoneName };
};
export const body: PropertyReader = (value, fail) => {
  if (value === null) return { contentType: 'html', content: '' };
  const { contentType = 'text', content = '' } = value as Json;
  if (typeof content !== 'string' && content !== null) return fail('an itemBody');
  const type = oneOf('text', 'html')(contentType, fail);
  const raw = content ?? '';
  return { contentType: type, content: type === 'text' ? raw.replace(/\r?\n/g, '\r\n').trimEnd() : raw };
};
const address = record({ street: text, city: text, state: text, countryOrRegion: text, postalCode: text }, 'physicalAddress');
export const location = record(
  {
    displayName: text,
    locationType: oneOf(
      'default',
      'conferenceRoom',
      'homeAddress',
      'businessAddress',
      'geoCoordinates',
      'streetAddress',
      'hotel',
      'restaurant',
      'localBusiness',
      'postalAddress',
    ),
    locationUri: text,
    locationEmailAddress: text,
    uniqueId: text,
    uniqueIdType: oneOf('unknown', 'locationStore', 'directory', 'private', 'bing'),
    address,
    coordinates: (value) => value ?? {},
  },
  'location',
);
const emailAddress = record({ name: text, address: text }, 'emailAddress');
const attendee = record(
  { emailAddress, type: oneOf('required', 'optional', 'resource'), status: (value) => value, proposedNewTime: (value) => value },
  'attendee',
);

export const eventReaders: PropertyReaders = {
  subject: text,
  body,
  start: dateTime,
  end: dateTime,
  isAllDay: flag,
  location,
  locations: list(location, 100),
  attendees: list(attendee, 500),
  categories: texts(),
  showAs: oneOf('free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'),
  sensitivity: oneOf('normal', 'personal', 'private', 'confidential'),
  importance: oneOf('low', 'normal', 'high'),
  isReminderOn: flag,
  reminderMinutesBeforeStart: whole,
  responseRequested: flag,
  allowNewTimeProposals: flag,
  hideAttendees: flag,
  isOnlineMeeting: flag,
  onlineMeetingProvider: oneOf('unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness'),
  transactionId: text,
  recurrence: (value) => value,
};
export const eventReadOnly = [
  'id',
  'changeKey',
  'createdDateTime',
  'lastModifiedDateTime',
  'bodyPreview',
  'hasAttachments',
  'iCalUId',
  'isCancelled',
  'isDraft',
  'isOrganizer',
  'onlineMeeting',
  'onlineMeetingUrl',
  'organizer',
  'originalStart',
  'originalStartTimeZone',
  'originalEndTimeZone',
  'responseStatus',
  'seriesMasterId',
  'type',
  'webLink',
  'cancelledOccurrences',
  'exceptionOccurrences',
];
