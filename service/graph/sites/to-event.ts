import { isOn, type ListFields, type ListItem } from './list-item.ts';

/** When one meeting takes place, in the words of SharePoint: ISO 8601 in UTC; of a whole day midnight and 23:59 of the very dates. */
export interface Slot {
  start: string;
  end: string;
}

export interface SeriesPlace {
  type: 'seriesMaster' | 'occurrence' | 'exception';
  seriesMasterId?: string;
  /** ISO 8601 in UTC. */
  originalStart?: string;
}

const day = 86_400_000;

/** An item of an event list in the words of Graph's events, so that one map reads both. It knows no invitees, no reminder and no privacy. */
export function toEvent(id: string, item: ListItem, slot: Slot | null, place?: SeriesPlace): Record<string, unknown> {
  const fields = item.fields ?? {};
  const isAllDay = isOn(fields.fAllDayEvent);
  return {
    id,
    '@odata.etag': item.eTag ?? '',
    lastModifiedDateTime: item.lastModifiedDateTime ?? null,
    iCalUId: null,
    type: 'singleInstance',
    ...place,
    subject: fields.Title ?? null,
    body: { contentType: 'html', content: fields.Description ?? '' },
    location: { displayName: fields.Location ?? null },
    categories: fields.Category ? [fields.Category] : [],
    ...(slot ? { start: time(slot.start), end: time(isAllDay ? dayAfter(slot.end) : slot.end) } : {}),
    isAllDay,
    showAs: 'busy',
    sensitivity: 'normal',
    isReminderOn: false,
    isOrganizer: true,
    attendees: [],
  };
}

/** Null where the list holds no time for it; the map then says that it cannot be read. */
export function slotOf({ EventDate: start, EndDate: end }: ListFields): Slot | null {
  return start && end ? { start, end } : null;
}

const time = (instant: string) => ({ dateTime: instant.replace(/Z$/i, ''), timeZone: 'UTC' });

/** Graph's whole days end with the midnight after the last one. */
function dayAfter(end: string): string {
  const last = Date.parse(`${end.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(last) ? end : `${new Date(last + day).toISOString().slice(0, 10)}T00:00:00`;
}
