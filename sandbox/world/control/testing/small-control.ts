import { createDesk } from '../../desk.ts';
import { seedWorld } from '../../seed/index.ts';
import { createEmulators } from '../../start/create-emulators.ts';
import { createControl } from '../create-control.ts';
import { Followers } from '../followers.ts';

/** The control of an empty world of two people. `patience`: milliseconds that a step of the clock waits for its followers. */
export function smallControl(patience = 60_000) {
  const desk = createDesk();
  const emulators = createEmulators(desk);
  seedWorld(desk, emulators, 'empty');
  const control = createControl({
    desk,
    emulators,
    followers: new Followers(desk, patience),
    mails: () => [],
    reset: async () => ({ world: 'empty' }),
    report: () => undefined,
  });
  async function ask(method: string, path: string, body?: unknown) {
    const answer = await control.request(path, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: what a test looks into
    return { status: answer.status, body: (await answer.json()) as any };
  }
  return { desk, control, ask };
}
