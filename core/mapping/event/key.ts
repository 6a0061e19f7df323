import type { Facts } from '../../model/index.ts';
import type { MapContext } from '../object-map.ts';
import { isoInstant, isoSeconds } from '../reading/iso-instant.ts';
import { nearestMidnight, zoneOf } from '../zones/index.ts';
import { spanOf, type When } from './when.ts';

interface Meeting {
  iCalUId?: string | null;
  originalStart?: string | null;
  originalStartTimeZone?: string | null;
  type?: string | null;
}

/**
 * One meeting is one Event, whoever's copy it is read from: tenant, iCalUId and, for an occurrence of a series, the start it was
 * planned for (never the current one: a moved meeting is the same meeting). Null without an iCalUId.
 */
export function keyOfMeeting(meeting: Meeting, when: When, context: MapContext): string | null {
  if (!meeting.iCalUId) return null;
  const planned = plannedStart(meeting, when);
  return context.hash(JSON.stringify([context.tenantId, seriesICalUId(meeting.iCalUId), planned && isoSeconds(planned)]));
}

/**
 * Whole days are planned for a date: whether Graph tells it as midnight UTC or as the instant of midnight in the meeting's own zone is not
 * documented, so both are read as that date, and an occurrence keeps its key when it becomes an exception.
 */
function plannedStart({ originalStart, originalStartTimeZone, type }: Meeting, when: When): string | null {
  const stated = isoInstant(originalStart);
  if (stated === null) return type === 'occurrence' || type === 'exception' ? spanOf(when, 'UTC').start : null;
  if (!when.allDay || stated.endsWith('T00:00:00.000Z')) return stated;
  const date = nearestMidnight(stated, zoneOf(originalStartTimeZone), 1);
  return date === null ? stated : `${date}T00:00:00.000Z`;
}

/** Exchange's id of a meeting: a fixed prefix, the date of the occurrence (zeros in a series master and a single event), the rest. */
const globalObjectId = /^(040000008200E00074C5B7101A82E008)[0-9A-F]{8}([0-9A-F]{32,})$/i;

/** Graph gives each occurrence an iCalUId of its own; without its date it is the series' (MS-OXOCAL 2.2.1.27, 2.2.1.28). */
function seriesICalUId(iCalUId: string): string {
  const [, prefix, rest] = globalObjectId.exec(iCalUId) ?? [];
  return prefix && rest ? `${prefix}00000000${rest}`.toUpperCase() : iCalUId;
}

const mark = 'key:';

/** The key that reading found; an event without iCalUId is known by its own mailbox only. */
export function eventKey(remoteId: string, facts: Facts, context: MapContext): string {
  const found = facts.keys.find((key) => key.startsWith(mark));
  return found ? found.slice(mark.length) : context.hash(JSON.stringify([context.tenantId, context.mailboxId, 'event', remoteId]));
}
