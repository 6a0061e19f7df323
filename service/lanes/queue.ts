import { PgBoss } from 'pg-boss';

const laneQueue = 'lane';

/**
 * pg-boss hands mailboxes to workers; the lane rows stay the truth of what is due. One job per mailbox, queued or active (`exclusive` by
 * singleton key); losing the queue loses nothing, the dispatcher hands out again. The schema belongs to the system role.
 */
export interface LaneQueue {
  hand(userIds: readonly string[]): Promise<void>;
  work(concurrency: number, run: (userId: string) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export async function openQueue(url: string, schema: string, onError: (error: Error) => void): Promise<LaneQueue> {
  const boss = new PgBoss({
    connectionString: url,
    schema,
    createSchema: false,
    useListenNotify: true,
    schedule: false,
    max: 4,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(laneQueue, { policy: 'exclusive', notify: true, retryLimit: 0, deleteAfterSeconds: 60, expireInSeconds: 3600 });
  return {
    async hand(userIds) {
      if (userIds.length === 0) return;
      await dropDead(boss, schema, userIds);
      await boss.insert(
        laneQueue,
        userIds.map((userId) => ({ data: { userId }, singletonKey: userId })),
      );
    },
    async work(concurrency, run) {
      const options = { batchSize: 1, localConcurrency: concurrency, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 };
      await boss.work<{ userId: string }>(laneQueue, options, async ([job]) => {
        if (job) await run(job.data.userId);
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 4_000 }),
  };
}

/** A worker claims the lane right after it got the job. */
const claimWithin = 2_000;

/**
 * A lane that is due and that nobody holds, yet has an active job: the job's worker was killed. It would keep the mailbox out of the queue
 * until it expires, so it goes. Where it was only slow, two jobs for one mailbox do no harm: one of them gets the lane.
 */
async function dropDead(boss: PgBoss, schema: string, userIds: readonly string[]): Promise<void> {
  await boss
    .getDb()
    .executeSql(`DELETE FROM ${schema}.job WHERE name = $1 AND state = 'active' AND singleton_key = ANY ($2) AND started_on < $3`, [
      laneQueue,
      userIds,
      new Date(Date.now() - claimWithin),
    ]);
}
