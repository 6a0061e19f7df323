import { asObject, type Json, type PropertyReader, type PropertyReaders, text } from '../odata/read-properties.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { unknownZone } from '../zones/answer-zone.ts';
import { findZone } from '../zones/find-zone.ts';

const zone: PropertyReader = (value, fail) => {
  if (typeof value !== 'string') return fail('Edm.String');
  if (!findZone(value)) throw unknownZone(value);
  return value;
};
const part: PropertyReader = (value) => asObject(value);

export const settingsReaders: PropertyReaders = {
  timeZone: zone,
  language: part,
  workingHours: part,
  automaticRepliesSetting: part,
  dateFormat: text,
  timeFormat: text,
  delegateMeetingMessageDeliveryOptions: text,
};

const never = { dateTime: '0001-01-01T00:00:00.0000000', timeZone: 'UTC' };
const noReplies = {
  status: 'disabled',
  externalAudience: 'none',
  scheduledStartDateTime: never,
  scheduledEndDateTime: never,
  internalReplyMessage: '',
  externalReplyMessage: '',
};

/** What the person has set, over the defaults of a new mailbox. */
export function settingsOf(store: GraphStore, owner: string): Json {
  const timeZone = store.users.get(owner)?.timeZone ?? 'UTC';
  const set = store.settings.get(owner) ?? {};
  const day = { startTime: '08:00:00.0000000', endTime: '17:00:00.0000000' };
  return {
    archiveFolder: null,
    timeZone,
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'yyyy-MM-dd',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    automaticRepliesSetting: noReplies,
    language: { locale: 'en-US', displayName: 'English (United States)' },
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      ...day,
      timeZone: { name: set.timeZone ?? timeZone },
    },
    ...set,
  };
}
