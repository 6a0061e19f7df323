import type { Fields } from '../../model/index.ts';

/** When it is tells nothing that the time taken in a calendar does not tell. */
const harmless: readonly string[] = ['when', 'showAs', 'reminderMinutes'];

/** The fields in which a record says more than the projection of a private meeting: what must not stay there. */
export function wordsLeft(record: Fields | null, redacted: Fields): string[] {
  return Object.keys(record ?? {}).filter((name) => !harmless.includes(name) && record?.[name] !== (redacted[name] ?? null));
}
