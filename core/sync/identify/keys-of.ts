import type { Observation } from '../../model/index.ts';

const mark = 'key:';

/** A meeting's external id, as it stands among the keys that reading found. */
export const keysOf = ({ facts }: Pick<Observation, 'facts'>): string[] =>
  facts.keys.flatMap((key) => (key.startsWith(mark) ? key.slice(mark.length) : []));
