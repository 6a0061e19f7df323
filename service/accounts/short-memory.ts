import { createHash } from 'node:crypto';

const keep = 500;
const most = 2000;

/**
 * Remembers for half a second what a token proved, so that a page that asks six things at once costs one look-up; short enough that a
 * grant that was taken back ends within the second. Keys are hashes: a heap dump shows no token.
 */
export const createShortMemory = <T>(now: () => number) => {
  let known = new Map<string, { at: number; value: Promise<T | undefined> }>();
  return {
    recall(token: string, find: () => Promise<T | undefined>): Promise<T | undefined> {
      const key = createHash('sha256').update(token).digest('base64');
      const hit = known.get(key);
      if (hit !== undefined && now() - hit.at < keep) return hit.value;
      if (known.size >= most) known = new Map();
      const value = find();
      known.set(key, { at: now(), value });
      // A failure (the database was away) is not remembered.
      value.catch(() => known.delete(key));
      return value;
    },
    forget(): void {
      known = new Map();
    },
  };
};
