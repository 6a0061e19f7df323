import { jobHandlers } from '../../service/composition/job-handlers.ts';
import type { JobRecord, JobRowRecord } from '../../service/http/index.ts';
import { runJob } from '../../service/lanes/jobs/run-job.ts';
import { jobDesk, jobs } from '../../service/store/index.ts';
import type { Scene } from './open-scene.ts';

export type JobWish = Omit<Parameters<ReturnType<typeof jobs>['start']>[0], 'customerId'>;

/** A person of the scene's customer, for audit and activity. */
export const sceneAct = (scene: Scene) => ({
  actor: { accountId: scene.parts.ids.next(), email: 'admin@lockstep.example' },
  onBehalfOf: null,
  source: 'scene',
  at: new Date(scene.parts.clock.now()).toISOString(),
  activities: [],
});

/** Begins a job and runs it as a worker would; answers how it stands then, and its rows. */
export async function doJob(scene: Scene, wish: JobWish): Promise<{ job: JobRecord; rows: JobRowRecord[] }> {
  const { id } = await jobs(scene.store, scene.parts.ids).start({ ...wish, customerId: scene.customerId }, sceneAct(scene));
  await attemptJob(scene, id);
  return readJob(scene, id);
}

/** One attempt of one worker at a job. */
export function attemptJob(scene: Scene, id: string, given: { stop?: AbortSignal; parts?: Partial<Scene['parts']> } = {}) {
  const lane = { ...scene.parts, ...given.parts };
  return runJob(
    {
      jobs: jobDesk(scene.store),
      handlers: jobHandlers(lane, scene.store),
      clock: lane.clock,
      wall: lane.wall,
      worker: lane.worker,
      failed(error) {
        throw error;
      },
    },
    id,
    given.stop ?? new AbortController().signal,
  );
}

export async function readJob(scene: Scene, id: string): Promise<{ job: JobRecord; rows: JobRowRecord[] }> {
  const book = jobs(scene.store, scene.parts.ids);
  const wall = [scene.customerId];
  const job = await book.job(wall, id);
  if (!job) throw new Error(`there is no job ${id}`);
  return { job, rows: await book.rows(wall, id, {}, { after: 0, limit: 10_000 }) };
}
