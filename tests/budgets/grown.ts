import type { Spent } from './spend.ts';

export type Budgets = Readonly<Record<string, Spent>>;

/**
 * The figures that are higher than before. A new budget may have any; one that is gone hides whatever its cost has become, so it counts. HTTP
 * requests never rise. A further kind of object brings its listings: operations may rise by as many as there are new ones. Work may move from
 * one operation into another (ten uploads into one collection): then it may rise by no more than others fell.
 */
export function grown(before: Budgets, after: Budgets): string[] {
  return Object.entries(before).flatMap(([name, old]) => {
    const now = after[name];
    if (!now) return [`"${name}" is gone`];
    const rose = (figure: string, was: number, is: number) => (is > was ? [`"${name}" ${figure}: ${was} -> ${is}`] : []);
    const fresh = Object.keys(now.operations).filter((figure) => !(figure in old.operations)).length;
    const fell = Object.entries(old.operations).reduce((sum, [figure, was]) => sum + Math.max(0, was - (now.operations[figure] ?? 0)), 0);
    const operations = Object.entries(now.operations).flatMap(([figure, is]) =>
      figure in old.operations && is > (old.operations[figure] ?? 0) + fresh + fell ? rose(figure, old.operations[figure] ?? 0, is) : [],
    );
    return [...rose('outlook', old.outlook, now.outlook), ...rose('salesforce', old.salesforce, now.salesforce), ...operations];
  });
}
