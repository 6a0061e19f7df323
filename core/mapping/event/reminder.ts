import { isoInstant, isoSeconds } from '../reading/iso-instant.ts';

/** Minutes from the reminder to the start; after the start counts as at the start. */
export function reminderMinutes(start: string, reminder: string | null | undefined): number | null {
  const at = isoInstant(reminder);
  if (at === null) return null;
  return Math.max(0, Math.round((Date.parse(start) - Date.parse(at)) / 60_000));
}

/** The instant so many minutes before the start; null where Salesforce's calendar does not reach. */
export function reminderInstant(start: string, minutes: number): string | null {
  const at = new Date(Date.parse(start) - minutes * 60_000);
  if (Number.isNaN(at.getTime())) return null;
  const iso = isoInstant(at.toISOString());
  return iso !== null && iso >= '1700-01-01' ? isoSeconds(iso) : null;
}
