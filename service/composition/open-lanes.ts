import { hostname } from 'node:os';
import { objectMaps } from '../../core/mapping/index.ts';
import type { Ids } from '../../core/sync/index.ts';
import type { Config } from '../config/index.ts';
import { type Dispatcher, startDispatcher } from '../lanes/dispatcher.ts';
import type { JobDesk } from '../lanes/jobs/ports.ts';
import { runJob } from '../lanes/jobs/run-job.ts';
import type { LaneParts } from '../lanes/lane-parts.ts';
import type { Notices } from '../lanes/ports.ts';
import { openQueues } from '../lanes/queue.ts';
import { runMailbox } from '../lanes/run-mailbox.ts';
import { dueChannel, jobDesk, laneDesk, laneStore, looksAway, type OpenDatabase } from '../store/index.ts';
import { jobHandlers } from './job-handlers.ts';
import { openSourceWatch } from './open-source-watch.ts';
import { openWatch } from './open-watch.ts';
import type { Providers } from './provider-desk.ts';
import type { ServiceClock } from './service-clock.ts';
import { sha256 } from './sha256.ts';

export interface LanesParts {
  config: Pick<Config, 'lanes' | 'notificationUrl'>;
  database: OpenDatabase;
  providers: Providers;
  notices: Notices;
  clock: ServiceClock;
  ids: Ids;
  report: LaneParts['report'];
  failed(error: unknown): void;
  /** The same for each life of one process role, so that a new life frees what the last one held. */
  role: 'service' | 'worker';
}

export interface OpenLanes {
  desk: ReturnType<typeof laneDesk>;
  jobs: JobDesk;
  dispatcher: Dispatcher;
  stop(): Promise<void>;
}

/** Jobs are few and long; they must leave the lanes room. */
const jobsAtOnce = 2;

/** Workers and dispatcher of this process: claims what is due and runs it, until stopped. */
export async function openLanes(parts: LanesParts): Promise<OpenLanes> {
  const { database, clock, ids } = parts;
  const { store } = database;
  const desk = laneDesk(store, ids);
  const worker = parts.role === 'service' ? `service@${hostname()}` : `worker-${process.pid}@${hostname()}`;
  const jobs = jobDesk(store);
  await desk.reclaim(worker);
  await jobs.reclaim(worker);
  const queues = await openQueues(database.systemUrl, 'pgboss', (error) => looksAway(error) || parts.failed(error));
  const stopping = new AbortController();
  const { notificationUrl } = parts.config;
  const watching = notificationUrl === null ? null : openWatch({ ...parts, address: notificationUrl, stop: stopping.signal });
  const looking = openSourceWatch({ ...parts, store, stop: stopping.signal });
  const sources = [
    { desk, queue: queues.lanes },
    { desk: jobs, queue: queues.jobs },
    { desk: looking, queue: queues.looks },
    ...(watching ? [{ desk: watching, queue: queues.subscriptions }] : []),
  ];
  const dispatcher = startDispatcher(sources, clock, parts.failed);
  const unlisten = await store.listen(dueChannel, () => void dispatcher.wake());
  const lane = {
    desk,
    store: laneStore(store, ids),
    providers: parts.providers,
    maps: objectMaps,
    notices: parts.notices,
    clock,
    wall: () => Date.now(),
    ids,
    hash: sha256,
    random: Math.random,
    worker,
    report: parts.report,
  };
  await queues.lanes.work(parts.config.lanes, async (userId) => {
    try {
      await runMailbox(lane, userId, stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted) parts.failed(error);
    }
  });
  const job = { jobs, handlers: jobHandlers(lane, store), clock, wall: lane.wall, worker, failed: parts.failed };
  await queues.jobs.work(jobsAtOnce, async (id) => {
    try {
      await runJob(job, id, stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted) parts.failed(error);
    }
  });
  await queues.looks.work(1, async (organizationId) => {
    try {
      await looking.look(organizationId);
    } catch (error) {
      if (!stopping.signal.aborted) parts.failed(error);
    }
  });
  if (watching) await queues.subscriptions.work(1, (userId) => watching.keep(userId));
  return {
    desk,
    jobs,
    dispatcher,
    async stop() {
      stopping.abort(new Error('the service stops'));
      await unlisten();
      await dispatcher.stop();
      await queues.stop();
    },
  };
}
