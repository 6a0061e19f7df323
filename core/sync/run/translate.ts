import type { ObjectKind, Observation, Side } from '../../model/index.ts';
import type { RawItem } from '../ports/provider.ts';
import type { LaneRun } from './lane-run.ts';

/** Room 6: a raw item in Lockstep's words. What cannot be read keeps its id and its problem: unknown, never absent. */
export function translate(
  run: Pick<LaneRun, 'maps' | 'mapContext' | 'folders'>,
  side: Side,
  object: ObjectKind,
  item: RawItem,
): Observation {
  const frame = { side, object, remoteId: item.remoteId, version: item.version };
  if (item.removed || item.raw === null) {
    const merged = item.mergedInto === undefined ? {} : { mergedInto: item.mergedInto };
    return {
      ...frame,
      fields: null,
      facts: { modifiedAt: null, keys: [], ...merged },
      removed: true,
      confirmed: item.confirmed,
      problem: null,
    };
  }
  const map = run.maps[object];
  const reading = side === 'outlook' ? map.fromOutlook(item.raw, run.mapContext) : map.fromSalesforce(item.raw, run.mapContext);
  const { facts } = reading;
  const folder = facts.folder ? run.folders?.get(facts.folder) : undefined;
  const seen = { ...frame, facts: folder === undefined ? facts : { ...facts, folder }, removed: false, confirmed: false };
  return reading.ok ? { ...seen, fields: reading.fields, problem: null } : { ...seen, fields: null, problem: reading.problem };
}
