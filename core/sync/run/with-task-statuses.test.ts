import { expect, it } from 'vitest';
import type { ObjectKind } from '../../model/index.ts';
import type { TakenIntent } from '../ports/lane-store.ts';
import type { LaneRun } from './lane-run.ts';
import { withTaskStatuses } from './with-task-statuses.ts';

const statuses = [{ name: 'Signed off', closed: true }];
const write = (object: ObjectKind, field: string) => ({ object, fields: { [field]: 'completed' } }) as unknown as TakenIntent;

async function asked(side: 'outlook' | 'salesforce', ...taken: TakenIntent[]) {
  let times = 0;
  const taskStatuses = async () => {
    times += 1;
    return statuses;
  };
  const run = await withTaskStatuses({ mapContext: {}, taskStatuses } as unknown as LaneRun, side, taken);
  return { times, known: run.mapContext.taskStatuses };
}

it('asks once for many tasks whose status goes to Salesforce', async () => {
  expect(await asked('salesforce', write('task', 'status'), write('task', 'status'))).toEqual({ times: 1, known: statuses });
});

it('asks nothing for a write that does not say how a task stands', async () => {
  for (const some of [[], [write('contact', 'status')], [write('task', 'subject')]])
    expect(await asked('salesforce', ...some)).toEqual({ times: 0, known: undefined });
  expect(await asked('outlook', write('task', 'status'))).toEqual({ times: 0, known: undefined });
});
