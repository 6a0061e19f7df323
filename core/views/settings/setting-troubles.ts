import type { ProblemField } from '../../contract/client/index.ts';

/** What stands against which setting: `where` is "body.settings.event.window.daysAhead", and may name a place inside the value. */
export const settingTroubles = (errors: readonly ProblemField[], keys: readonly string[]): ReadonlyMap<string, ProblemField> => {
  const byKey = new Map<string, ProblemField>();
  // The longest first: one key may be the beginning of another.
  const longest = [...keys].sort((one, other) => other.length - one.length);
  for (const error of errors) {
    const key = longest.find((one) => `${error.where}.`.startsWith(`body.settings.${one}.`));
    if (key !== undefined && !byKey.has(key)) byKey.set(key, error);
  }
  return byKey;
};
