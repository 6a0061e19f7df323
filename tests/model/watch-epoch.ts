import type { ClaimedLane, LaneStore } from '../../core/sync/index.ts';

/** What commits whenever it is given something to commit. */
const commits = ['savePage', 'saveLookups', 'savePlan', 'saveReceipts', 'release', 'restartCollection'];

/** I12: notes every commit that got through although another worker had claimed the lane before it began. */
export function watchEpoch<S extends LaneStore>(
  store: S,
  epochOf: (userId: string) => Promise<number>,
): { store: S; violations: string[] } {
  const violations: string[] = [];
  const watched = new Proxy(store, {
    get(target, key) {
      const own = Reflect.get(target, key) as unknown;
      if (typeof own !== 'function') return own;
      if (!commits.includes(String(key))) return own.bind(target);
      return async (lane: ClaimedLane, ...rest: unknown[]) => {
        const present = await epochOf(lane.userId);
        const result = (await own.call(target, lane, ...rest)) as unknown;
        const empty = Array.isArray(rest[0]) && rest[0].length === 0;
        if (present > lane.epoch && !empty)
          violations.push(`${String(key)} of epoch ${lane.epoch} got through, the lane was at ${present}`);
        return result;
      };
    },
  });
  return { store: watched, violations };
}
