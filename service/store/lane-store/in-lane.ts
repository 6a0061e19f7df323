import { type ClaimedLane, LaneLost } from '../../../core/sync/index.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';

/**
 * One committing transaction of a claimed lane. The epoch is checked first and the lane's row is held FOR SHARE until the commit: another
 * worker's claim (which raises the epoch) waits that long, so that a worker that lost its lane commits nothing, not even late.
 *
 * @throws LaneLost
 */
export function inLane<T>(store: Store, lane: ClaimedLane, run: (transaction: Transaction) => Promise<T>): Promise<T> {
  return store.asCustomers([lane.customerId], async (transaction) => {
    const held = await transaction.execute('SELECT 1 FROM lane WHERE user_id = $1 AND epoch = $2 FOR SHARE', [lane.userId, lane.epoch]);
    if (held !== 1) throw new LaneLost(lane.userId);
    return run(transaction);
  });
}
