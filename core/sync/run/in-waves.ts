import type { Side } from '../../model/index.ts';
import { changedFields } from '../plan/merge-fields.ts';
import type { TakenIntent } from '../ports/lane-store.ts';
import type { LaneRun } from './lane-run.ts';
import { translate } from './translate.ts';

/**
 * Writes in the order in which they may go out: of each series one meeting at a time. Until it is an exception a meeting has its series'
 * version, and each write to one of them makes that anew: sent together, all but the first would be refused as changed meanwhile.
 */
export function inWaves(taken: readonly TakenIntent[]): TakenIntent[][] {
  const waves: TakenIntent[][] = [];
  const next = new Map<string, number>();
  for (const intent of taken) {
    const place = intent.seriesId === null ? 0 : (next.get(intent.seriesId) ?? 0);
    if (intent.seriesId !== null) next.set(intent.seriesId, place + 1);
    const wave = waves[place];
    if (wave) wave.push(intent);
    else waves[place] = [intent];
  }
  return waves.filter((wave) => wave !== undefined);
}

/** The next wave with the versions of now, where nothing but the version is other than planned; the rest keep theirs and are refused. */
export async function renewVersions(run: LaneRun, side: Side, wave: readonly TakenIntent[]): Promise<TakenIntent[]> {
  const refs = wave.flatMap(({ object, remoteId }) => (remoteId === null ? [] : [{ object, remoteId }]));
  const looks = new Map((await run.providers[side].get(refs)).map((look) => [look.remoteId, look]));
  return wave.map((intent) => {
    const item = looks.get(intent.remoteId ?? '')?.item;
    if (!item || item.removed || !intent.before) return intent;
    const { fields } = translate(run, side, intent.object, item);
    const moved = fields === null || changedFields(run.maps[intent.object].fields, fields, intent.before).length > 0;
    return moved ? intent : { ...intent, expectedVersion: item.version };
  });
}
