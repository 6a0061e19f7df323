import { ianaZone } from './iana-zone.ts';

/** The zone to count in: UTC where a mailbox names one that nobody knows. */
export function zoneOf(name: string | null | undefined): string {
  return ianaZone(name) ?? 'UTC';
}
