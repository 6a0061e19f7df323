import type { Store } from '../store/index.ts';

const day = 24 * 3_600_000;

/** Removes what has run out: one-time values, remembered answers, sign-ins that ended a month ago. Call it now and then; real time. */
export const sweepPeople = async (store: Store, now: number): Promise<void> => {
  const at = (ago: number): string => new Date(now - ago).toISOString();
  await store.asCustomers([], async ({ execute }) => {
    await execute('DELETE FROM one_time WHERE expires_at < $1', [at(0)]);
    await execute('DELETE FROM idempotency WHERE created_at < $1', [at(2 * day)]);
    await execute('DELETE FROM sign_in_session WHERE coalesce(revoked_at, expires_at) < $1', [at(30 * day)]);
  });
};
