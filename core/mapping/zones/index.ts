export { ianaZone } from './iana-zone.ts';
export { windowsZone } from './windows-zone.ts';
export { zoneOf } from './zone-of.ts';
export { addDays, daysBetween, nearestMidnight, startOfDay, wallToInstant } from './zone-time.ts';
