import type { ProblemField } from '../../contract/client/index.ts';

/** What is wrong with which rule, by its place in the list; `where` is "body.rules.3" or "body.mapping.rules.3.salesforce". */
export const ruleTroubles = (errors: readonly ProblemField[]): ReadonlyMap<number, ProblemField[]> => {
  const byRule = new Map<number, ProblemField[]>();
  for (const error of errors) {
    const place = /\brules\.(\d+)/.exec(error.where)?.[1];
    if (place !== undefined) byRule.set(Number(place), [...(byRule.get(Number(place)) ?? []), error]);
  }
  return byRule;
};
