import type { Spent } from './spend.ts';

export type Budgets = Readonly<Record<string, Spent>>;

/**
 * The figures that are higher than before. A new budget may have any; one that is gone hides whatever its cost has become, so it counts. HTTP
 * requests never rise. A further kind of object brings its listings: operations may rise by as many as there are new ones.
 */
export function grown(before: Budgets, after: Budgets): string[] {
  return Object.entries(before).flatMap(([name, old]) => {
    const now = after[name];
    if (!now) return [`"${name}" is gone`];
    const rose = (figure: string, was: number, is: number) => (is > was ? [`"${name}" ${figure}: ${was} -> ${is}`] : []);
    const fresh = Object.keys(now.operations).filter((figure) => !(figure in old.operations)).length;
    const operations = Object.entries(now.operations).flatMap(([figure, is]) =>
      figure in old.operations && is > (old.operations[figure] ?? 0) + fresh ? rose(figure, old.operations[figure] ?? 0, is) : [],
    );
    return [...rose('outlook', old.outlook, now.outlook), ...rose('salesforce', old.salesforce, now.salesforce), ...operations];
  });
}
