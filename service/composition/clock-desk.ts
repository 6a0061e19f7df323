import type { Dispatcher } from '../lanes/dispatcher.ts';
import type { JobDesk } from '../lanes/jobs/ports.ts';
import type { LaneDesk } from '../lanes/ports.ts';
import { settle } from '../lanes/settle.ts';
import { forgetWorld, type Store } from '../store/index.ts';
import type { ServiceClock } from './service-clock.ts';

const channel = 'lockstep_clock';

/**
 * Sandbox mode: the world tells the service its offset, the service tells its workers through the database. Moving the clock answers when every
 * mailbox and job that fell due is done.
 */
export async function createClockDesk(parts: {
  clock: ServiceClock;
  store: Store;
  ownerUrl: string;
  desk: LaneDesk;
  jobs: JobDesk;
  dispatcher: Dispatcher;
}) {
  const { clock, store, ownerUrl, desk, jobs, dispatcher } = parts;
  return {
    read: () => ({ now: new Date(clock.now()).toISOString(), offset: clock.offset }),
    forget: () => forgetWorld(ownerUrl, new Date(clock.now()).toISOString()),
    async follow(offset: number) {
      clock.follow(offset);
      await store.asSystem(({ execute }) => execute('SELECT pg_notify($1, $2)', [channel, String(clock.offset)]));
      const running = await settle([desk, jobs], dispatcher, clock);
      return { settled: running.length === 0, running };
    },
  };
}

/** A worker in another process follows the service's clock. */
export function followClock(store: Store, clock: ServiceClock): Promise<() => Promise<void>> {
  return store.listen(channel, (payload) => clock.follow(Number(payload)));
}

/** At start: how far ahead is the world, and tell us from now on. */
export async function joinWorld(world: string, clock: ServiceClock, ownClock: string): Promise<void> {
  const response = await fetch(`${world}/clock/followers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: ownClock }),
    signal: AbortSignal.timeout(10_000),
  });
  const { offset } = (await response.json()) as { offset?: number };
  if (!response.ok || typeof offset !== 'number') throw new Error(`The world at ${world} did not take ${ownClock} as a follower.`);
  clock.follow(offset);
}
