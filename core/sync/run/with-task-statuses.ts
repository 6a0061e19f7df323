import type { Side } from '../../model/index.ts';
import type { TakenIntent } from '../ports/lane-store.ts';
import type { LaneRun } from './lane-run.ts';

/**
 * The run with the org's own task statuses, where one of these writes says how a task stands. Asked only then: a request each day for what
 * most runs never write would be one of the org's for nothing.
 */
export async function withTaskStatuses(run: LaneRun, side: Side, taken: readonly TakenIntent[]): Promise<LaneRun> {
  const wanted = side === 'salesforce' && taken.some(({ object, fields }) => object === 'task' && fields?.status !== undefined);
  const taskStatuses = wanted ? await run.taskStatuses?.() : undefined;
  return taskStatuses ? { ...run, mapContext: { ...run.mapContext, taskStatuses } } : run;
}
