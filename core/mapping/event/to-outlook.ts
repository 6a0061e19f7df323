import type { Fields } from '../../model/index.ts';
import type { LeftOut, MapContext } from '../object-map.ts';
import { privateFields } from '../privacy/redact-event.ts';
import { isCut } from '../words/cut-text.ts';
import { addDays, windowsZone } from '../zones/index.ts';
import { eventFields } from './fields.ts';
import { showAsToOutlook } from './show-as.ts';
import { parseWhen } from './when.ts';

export function eventToOutlook(changed: readonly string[], whole: Fields, context: MapContext): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const barred = eventLeftOutOfOutlook(changed, whole).map(({ field }) => field);
  const has = (name: string) => changed.includes(name) && whole[name] !== undefined && !barred.includes(name);
  if (has('subject')) body.subject = whole.subject;
  if (has('location')) body.location = { displayName: whole.location ?? '' };
  if (has('description')) body.body = { contentType: 'text', content: whole.description ?? '' };
  if (has('when')) Object.assign(body, writeWhen(whole, context));
  if (has('showAs')) body.showAs = showAsToOutlook(whole.showAs);
  if (has('isPrivate') && whole.isPrivate === true) body.sensitivity = 'private';
  if (has('reminderMinutes')) {
    body.isReminderOn = typeof whole.reminderMinutes === 'number';
    if (body.isReminderOn) body.reminderMinutesBeforeStart = whole.reminderMinutes;
  }
  return body;
}

/**
 * What must not reach Outlook. The words of an event that is private there already are known here only as their redaction, so nothing
 * may be written over them; one that becomes private by this very write (or is created so) still has its own.
 */
export function eventLeftOutOfOutlook(changed: readonly string[], whole: Fields): LeftOut[] {
  const left: LeftOut[] = [];
  if (whole.isPrivate === true && !changed.includes('isPrivate')) {
    const message = 'This appointment is private in Outlook: its words are not known to Salesforce and stay as they are';
    for (const field of privateFields) if (changed.includes(field)) left.push({ field, reason: 'private', message, required: false });
  }
  if (whole.isPrivate === false && changed.includes('isPrivate') && !isCreate(changed, whole)) {
    const message = 'A private appointment is made public only in Outlook';
    left.push({ field: 'isPrivate', reason: 'private', message, required: false });
  }
  if (changed.includes('description') && typeof whole.description === 'string' && isCut(whole.description)) {
    const message =
      'Salesforce holds only the beginning of this text: an edit there is not copied, so that the rest in Outlook is not lost';
    left.push({ field: 'description', reason: 'field-too-long', message, required: false });
  }
  if (changed.includes('when') && parseWhen(whole.when) === null) {
    left.push({ field: 'when', reason: 'refused', message: 'This event has no time that Outlook understands', required: true });
  }
  return left;
}

/** A create names every field there is. */
function isCreate(changed: readonly string[], whole: Fields): boolean {
  return eventFields.every(({ name }) => whole[name] === undefined || changed.includes(name));
}

/**
 * Timed events go in UTC: an instant cannot be misread where a zone's rules changed and one side does not know yet. Whole days go in the
 * mailbox's zone, because Outlook on Windows shows a UTC midnight-to-midnight event as two days elsewhere. The end is exclusive.
 */
function writeWhen(whole: Fields, context: MapContext): Record<string, unknown> {
  const when = parseWhen(whole.when);
  if (when === null) return {};
  if (!when.allDay) return { isAllDay: false, start: time(when.start.slice(0, 19), 'UTC'), end: time(when.end.slice(0, 19), 'UTC') };
  const zone = windowsZone(context.zone) ?? 'UTC';
  return { isAllDay: true, start: time(`${when.first}T00:00:00`, zone), end: time(`${addDays(when.last, 1)}T00:00:00`, zone) };
}

function time(wall: string, timeZone: string): { dateTime: string; timeZone: string } {
  return { dateTime: `${wall}.0000000`, timeZone };
}
