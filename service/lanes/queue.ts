import { PgBoss } from 'pg-boss';

/**
 * pg-boss hands mailboxes and jobs to workers; their rows stay the truth of what is due. One entry per id, queued or active (`exclusive` by
 * singleton key); losing the queue loses nothing, the dispatcher hands out again. The schema belongs to the system role.
 */
export interface WorkQueue {
  hand(ids: readonly string[]): Promise<void>;
  work(concurrency: number, run: (id: string) => Promise<void>): Promise<void>;
}

export interface Queues {
  lanes: WorkQueue;
  jobs: WorkQueue;
  subscriptions: WorkQueue;
  looks: WorkQueue;
  stop(): Promise<void>;
}

export async function openQueues(url: string, schema: string, onError: (error: Error) => void): Promise<Queues> {
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
  return {
    lanes: await openQueue(boss, schema, 'lane'),
    jobs: await openQueue(boss, schema, 'job'),
    subscriptions: await openQueue(boss, schema, 'subscription'),
    looks: await openQueue(boss, schema, 'look'),
    stop: () => boss.stop({ graceful: true, timeout: 4_000 }),
  };
}

async function openQueue(boss: PgBoss, schema: string, name: string): Promise<WorkQueue> {
  await boss.createQueue(name, { policy: 'exclusive', notify: true, retryLimit: 0, deleteAfterSeconds: 60, expireInSeconds: 3600 });
  return {
    async hand(ids) {
      if (ids.length === 0) return;
      await dropDead(boss, schema, name, ids);
      await boss.insert(
        name,
        ids.map((id) => ({ data: { id }, singletonKey: id })),
      );
    },
    async work(concurrency, run) {
      const options = { batchSize: 1, localConcurrency: concurrency, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 };
      await boss.work<{ id: string }>(name, options, async ([entry]) => {
        if (entry) await run(entry.data.id);
      });
    },
  };
}

/** A worker claims the row right after it got the entry. */
const claimWithin = 2_000;

/**
 * A lane or job that is due and that nobody holds, yet has an active entry: its worker was killed. It would keep the mailbox out of the queue
 * until it expires, so it goes. Where it was only slow, two entries for one mailbox do no harm: one of them gets the row.
 */
async function dropDead(boss: PgBoss, schema: string, name: string, ids: readonly string[]): Promise<void> {
  await boss
    .getDb()
    .executeSql(`DELETE FROM ${schema}.job WHERE name = $1 AND state = 'active' AND singleton_key = ANY ($2) AND started_on < $3`, [
      name,
      ids,
      new Date(Date.now() - claimWithin),
    ]);
}
