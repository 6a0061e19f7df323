import type { Observation } from './item.ts';

/** An item that is not there any more; `confirmed: false` where only its absence says so. */
export const goneItem = ({ side, object, remoteId }: Pick<Observation, 'side' | 'object' | 'remoteId'>, confirmed = true): Observation => {
  const facts = { modifiedAt: null, keys: [] };
  return { side, object, remoteId, version: '', fields: null, facts, removed: true, confirmed, problem: null };
};
