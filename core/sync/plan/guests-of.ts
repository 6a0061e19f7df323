import type { Guest, Link, Observation } from '../../model/index.ts';
import type { SyncPolicy } from '../policy.ts';

/** Salesforce takes 1,000 invitees of one event; Exchange sends at most 500 attendees. */
const most = 500;

/**
 * Who takes part besides the owner of the record, in order of address; null where there never was anybody. Of a private meeting nobody is
 * named, and whoever was named before is taken back, also where no book says by whom (guestsDue).
 */
export function guestsOf({ object, facts }: Observation, link: Link | null, { addresses }: SyncPolicy): readonly Guest[] | null {
  if (object !== 'event') return null;
  const before = link?.guests ?? null;
  const { organizer = null, isOrganizer, attendees = [], responses = {} } = facts;
  const all = new Set(isOrganizer === false && organizer !== null ? [organizer, ...attendees] : attendees);
  const others = [...all].filter((address) => !addresses.includes(address)).sort();
  if (others.length === 0) return before && [];
  if (facts.private) return [];
  return others
    .slice(0, most)
    .map((address) =>
      address === organizer ? { address, response: 'accepted', organizer: true } : { address, response: responses[address] ?? 'none' },
    );
}
