import { resolveSettings, settingValues } from '../../core/customization/index.ts';
import { applyRules, type ObjectMap } from '../../core/mapping/index.ts';
import { type ObjectKind, objectKinds } from '../../core/model/index.ts';
import type { Hash } from '../../core/sync/index.ts';
import type { LaneFacts } from './ports.ts';

export interface LaneMaps {
  maps: Readonly<Record<ObjectKind, ObjectMap>>;
  /** Per object '' for the standard map, else a hash of the rules: what a collection was read with (Collection.shape). */
  shapes: Readonly<Record<ObjectKind, string>>;
}

/** The maps of a lane: the standard ones, with its organization's rules laid over them. Pure. */
export function mapsOf(standard: Readonly<Record<ObjectKind, ObjectMap>>, made: LaneFacts['settings'], hash: Hash): LaneMaps {
  const settings = settingValues(resolveSettings(made));
  const of = <T>(make: (object: ObjectKind) => T) => Object.fromEntries(objectKinds.map((object) => [object, make(object)]));
  return {
    maps: of((object) => applyRules(standard[object], settings[`${object}.mapping`])) as LaneMaps['maps'],
    shapes: of((object) => {
      const rules = settings[`${object}.mapping`];
      return rules.length === 0 ? '' : hash(JSON.stringify(rules));
    }) as LaneMaps['shapes'],
  };
}
