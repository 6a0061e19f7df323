import type { Observation } from '../../model/index.ts';
import type { LaneRun } from '../run/lane-run.ts';

interface Searched {
  items: readonly Observation[];
  /** The mailbox's own free records, by key. */
  index: ReadonlyMap<string, unknown>;
  choices: ReadonlyMap<string, unknown>;
  /** Contacts that waited for a lead, which may be theirs now. */
  waiting: readonly unknown[];
}

/**
 * Whether all of these contacts are new to the mailbox's own books, and so few that the request which makes them can look them up itself. Where a
 * record that may be one's partner is known already, or a person has chosen, all that may be meant must be on the table now.
 */
export function mayLookLater({ lookUps, providers }: LaneRun, { items, index, choices, waiting }: Searched): boolean {
  if (!lookUps?.mayWait || choices.size > 0 || waiting.length > 0) return false;
  if (items.some((item) => item.facts.keys.some((key) => index.has(key)))) return false;
  return providers.salesforce.looksWhileMaking?.(items.length) === true;
}
