import { findIanaAliases, findWindows } from 'windows-iana';
import { windowsCorrections } from './corrections.ts';
import { ianaZone } from './iana-zone.ts';

const known = new Map<string, string | null>();

/** The Windows name of an IANA zone, as Exchange writes it into an event; null where it has none. */
export function windowsZone(iana: string): string | null {
  const zone = ianaZone(iana);
  if (zone === null) return null;
  const cached = known.get(zone);
  if (cached !== undefined) return cached;
  const names = [zone, ...findIanaAliases(zone)];
  const found = windowsCorrections[zone] ?? names.flatMap((name) => findWindows(name)).at(0) ?? null;
  known.set(zone, found);
  return found;
}
