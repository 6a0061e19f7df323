import type { z } from 'zod';

/** Of two entries that name the same, neither is meant more than the other: the second is refused, and says which it repeats. */
export const refuseTwice =
  <T>(nameOf: (entry: T) => string) =>
  (entries: readonly T[], context: z.core.$RefinementCtx<readonly T[]>): void => {
    const first = new Map<string, number>();
    for (const [place, entry] of entries.entries()) {
      const name = nameOf(entry);
      const twin = first.get(name);
      if (twin === undefined) first.set(name, place);
      else
        context.addIssue({ code: 'custom', path: [place], message: `The same as entry ${twin}: ${name}`, params: { twin: String(twin) } });
    }
  };
