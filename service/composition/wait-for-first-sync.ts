import type { Store } from '../store/index.ts';
import type { OpenLanes } from './open-lanes.ts';
import type { ServiceClock } from './service-clock.ts';

const look = 100;

/** Tells how the first sync goes, a line for every few mailboxes, until every mailbox that is due has had its turn. */
export async function waitForFirstSync(
  store: Store,
  lanes: Pick<OpenLanes, 'desk' | 'dispatcher'>,
  clock: ServiceClock,
  tell: (line: string) => void,
): Promise<void> {
  const [row] = await store.asSystem(({ query }) => query<{ lanes: number }>('SELECT count(*)::int AS lanes FROM lane'));
  const total = row?.lanes ?? 0;
  let told = -1;
  for (;;) {
    const open = (await lanes.desk.unsettled(new Date(clock.now()).toISOString(), new Date().toISOString())).length;
    const done = total - open;
    if (done !== told && (open === 0 || told < 0 || done - told >= 5)) {
      tell(`first sync: ${done} of ${total} mailboxes, Teams and sites`);
      told = done;
    }
    if (open === 0) return;
    await lanes.dispatcher.wake();
    await new Promise((resolve) => setTimeout(resolve, look));
  }
}
