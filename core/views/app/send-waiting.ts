import type { Ask, RouteKey } from '../../contract/client/index.ts';
import { toTrouble } from '../connect/index.ts';
import type { App } from './create-app.ts';

/** A click older than that no longer says what the person wants now (milliseconds). */
const tooOld = 60 * 60_000;

const count = async (app: App, dropped: number): Promise<void> => {
  const { length: waiting } = await app.cache.waiting(app.account.accountId);
  app.outbox.value = { waiting, dropped: app.outbox.value.dropped + dropped };
};

/** Sends the clicks made without a connection, oldest first; stops at the first that still cannot be sent. */
export const sendWaiting = async (app: App): Promise<void> => {
  let dropped = 0;
  for (const click of await app.cache.waiting(app.account.accountId)) {
    if (app.host.clock.now() - click.at > tooOld) {
      dropped += 1;
      await app.cache.drop(click.key);
      continue;
    }
    try {
      await app.service.client.call(click.route as RouteKey, click.ask as Ask<RouteKey>, { idempotencyKey: click.key });
    } catch (error) {
      const { kind } = toTrouble(error, app.host.online());
      if (kind === 'offline' || kind === 'unreachable' || kind === 'signed-out') return count(app, dropped);
      // Answered, if with a refusal: the screens show how things stand.
    }
    await app.cache.drop(click.key);
  }
  await count(app, dropped);
};
