import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Scene } from '../scene/index.ts';

/** What something cost, as the emulators counted it: HTTP requests of each side, and the operations inside them by name. */
export interface Spent {
  outlook: number;
  salesforce: number;
  operations: Record<string, number>;
}

const file = new URL('budgets.json', import.meta.url);
const budgets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Spent>;

/** Counts what `run` asks of both providers. */
export async function spend(scene: Scene, run: () => Promise<unknown>): Promise<Spent> {
  scene.desk.faults.resetCounters();
  await run();
  const { 'graph.http': outlook = 0, 'salesforce.http': salesforce = 0, ...counters } = scene.counters();
  const operations = Object.fromEntries(Object.entries(counters).filter(([name]) => !/^identity\.|\.(batch|composite)$/.test(name)));
  return { outlook, salesforce, operations };
}

/**
 * Holds a cost against the committed file. It is exact: a cost that rose is a regression, one that fell is written into budgets.json, whose
 * figures may only shrink.
 */
export function expectBudget(name: string, spent: Spent): void {
  const budget = budgets[name];
  if (!budget) throw new Error(`budgets.json has no entry "${name}"; measured: ${JSON.stringify(spent)}`);
  const rose = figures(spent).filter(([figure, value]) => value > (Object.fromEntries(figures(budget))[figure] ?? 0));
  expect(rose, `costs more than budgets.json grants "${name}"`).toEqual([]);
  expect(spent, `costs less than budgets.json grants "${name}": lower it there`).toEqual(budget);
}

const figures = ({ outlook, salesforce, operations }: Spent): [string, number][] => [
  ['outlook', outlook],
  ['salesforce', salesforce],
  ...Object.entries(operations),
];

/** HTTP requests of both sides together. */
export const requests = ({ outlook, salesforce }: Spent): number => outlook + salesforce;
