import type { Fields, Observation } from '../../model/index.ts';
import { changedFields } from '../plan/merge-fields.ts';
import type { TakenIntent as Taken } from '../ports/lane-store.ts';
import type { LaneRun } from './lane-run.ts';

/**
 * Did somebody else change the item between our look and our write? Only fields that this intent wrote are absorbed into the base;
 * if any other differs from it, the item is planned again, so that no edit is lost in that window.
 */
export function editedBetween(run: LaneRun, intent: Taken, stored: Observation | null): boolean {
  if (!stored?.fields || intent.operation === 'delete') return false;
  if (intent.operation === 'create') return editedSince(run, intent, stored.fields);
  const base = intent.side === 'outlook' ? intent.link.baseOutlook : intent.link.baseSalesforce;
  const written = Object.keys(intent.fields ?? {});
  return changedFields(run.maps[intent.object].fields, stored.fields, base).some((field) => !written.includes(field));
}

/** What a look-up found of a create in doubt may have been edited since it was made: then what was sent is agreed on, and the rest is news. */
function editedSince(run: LaneRun, { maybeSent, object, fields }: Taken, stored: Fields): boolean {
  if (!maybeSent || !fields) return false;
  return changedFields(run.maps[object].fields, stored, fields).some((field) => field in fields);
}
