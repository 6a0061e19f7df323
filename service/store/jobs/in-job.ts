import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { type ClaimedJob, JobLost } from './job-types.ts';

/**
 * One committing transaction of a claimed job: the epoch is checked first and the row held until the commit, so that a worker that lost its
 * job commits nothing.
 *
 * @throws JobLost
 */
export function inJob<T>(
  store: Store,
  job: Pick<ClaimedJob, 'id' | 'customerId' | 'epoch'>,
  run: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return store.asCustomers([job.customerId], async (transaction) => {
    const held = await transaction.execute("SELECT 1 FROM job WHERE id = $1 AND epoch = $2 AND state = 'running' FOR UPDATE", [
      job.id,
      job.epoch,
    ]);
    if (held !== 1) throw new JobLost(job.id);
    return run(transaction);
  });
}
