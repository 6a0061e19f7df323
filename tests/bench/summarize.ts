import { type Least, leastRequests } from './least-requests.ts';
import { type Direction, type Phase, phases, type RunMeasure, type WorldMeasure } from './measurement.ts';
import { median } from './median.ts';

/** One line of the table: the same phase of all worlds of one direction and size. */
export interface Summary {
  direction: Direction;
  n: number;
  phase: Phase;
  milliseconds: { median: number; least: number; most: number };
  /** Median processor time in milliseconds. */
  processor: RunMeasure['processor'];
  http: RunMeasure['http'];
  least: Least;
  operations: Record<string, number>;
  written: number;
}

/**
 * @throws where two worlds cost different numbers of requests: the same items must cost the same.
 */
export function summarize(worlds: readonly WorldMeasure[]): Summary[] {
  const groups = Map.groupBy(worlds, ({ direction, n }) => `${direction} ${n}`);
  return [...groups.values()].flatMap((group) => phases.map((phase) => summarizePhase(group, phase)));
}

function summarizePhase(group: readonly WorldMeasure[], phase: Phase): Summary {
  const [world] = group;
  if (!world) throw new Error('no world was measured');
  const runs = group.map(({ runs }) => runs[phase]);
  const { http, operations, written } = world.runs[phase];
  const different = runs.find((run) => run.http.outlook !== http.outlook || run.http.salesforce !== http.salesforce);
  if (different) throw new Error(`two worlds differ in their requests: ${JSON.stringify(http)} and ${JSON.stringify(different.http)}`);
  const times = runs.map((run) => run.milliseconds);
  const processor = (of: keyof RunMeasure['processor']) => median(runs.map((run) => run.processor[of]));
  return {
    direction: world.direction,
    n: world.n,
    phase,
    milliseconds: { median: median(times), least: Math.min(...times), most: Math.max(...times) },
    processor: { service: processor('service'), database: processor('database'), sandbox: processor('sandbox') },
    http,
    least: leastRequests(world.direction, world.n, phase),
    operations,
    written,
  };
}
