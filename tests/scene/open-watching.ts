import { OpenAPIHono } from '@hono/zod-openapi';
import { createPacer } from '../../service/graph/index.ts';
import { openSubscriptions } from '../../service/graph/subscriptions/index.ts';
import { addNotificationRoutes } from '../../service/http/routes/add-notification-routes.ts';
import { createHintDesk, type HintDesk } from '../../service/lanes/subscriptions/hint-desk.ts';
import { addressOf, hintPath, keepSubscriptions } from '../../service/lanes/subscriptions/keep-subscriptions.ts';
import { subscriptionBooks } from '../../service/store/index.ts';
import type { Scene } from './open-scene.ts';
import { serve } from './serve.ts';

/** Change notifications over a scene: the address that Graph posts to, on a port of its own, and what keeps the subscriptions. */
export interface Watching {
  hints: HintDesk;
  url: string;
  /** Cares for all mailboxes that need it now; answers how many. */
  keep(): Promise<number>;
  /** Resolves when all that Graph told until now has been looked at. */
  told(): Promise<void>;
  close(): Promise<void>;
}

export async function openWatching(scene: Scene): Promise<Watching> {
  const { clock, ids } = scene.parts;
  const stopping = new AbortController();
  const failures: unknown[] = [];
  const waiting = gatekeeper();
  const hints = createHintDesk({
    books: subscriptionBooks(scene.store),
    clock: { now: () => clock.now(), sleep: waiting.sleep },
    wall: () => Date.now(),
    failed: (error) => failures.push(error),
    stop: stopping.signal,
  });
  const app = new OpenAPIHono<never>();
  addNotificationRoutes(app as never, hints);
  const server = await serve(app as never);
  const settings = { baseUrl: scene.graphUrl, clock, ids, random: () => 0.5, pacer: createPacer(clock), select: () => null };
  const parts = {
    clock,
    secret: () => ids.next(),
    random: () => 0.5,
    address: server.url,
    open: ({ mailboxAddress: mailbox }: { mailboxAddress: string }) =>
      openSubscriptions(settings, { mailbox, window: { start: '', end: '' }, accessToken: async () => 'app', stop: stopping.signal }),
  };
  return {
    hints,
    url: `${server.url}${hintPath}`,
    async keep() {
      const books = subscriptionBooks(scene.store);
      const due = await books.due(new Date(clock.now()).toISOString(), addressOf(server.url), 100);
      for (const userId of due) await keepSubscriptions({ ...parts, books }, userId);
      return due.length;
    },
    async told() {
      await scene.graph.notified();
      waiting.open();
      await hints.idle();
      waiting.close();
      if (failures.length > 0) throw failures[0];
    },
    async close() {
      stopping.abort(new Error('the test is over'));
      waiting.open();
      await hints.idle();
      await server.close();
    },
  };
}

/** Who gathers hints waits until the test looks, so that a run under way is over by then. */
function gatekeeper() {
  let isOpen = false;
  let waiting: (() => void)[] = [];
  return {
    sleep: () => (isOpen ? Promise.resolve() : new Promise<void>((go) => waiting.push(go))),
    open() {
      isOpen = true;
      for (const go of waiting) go();
      waiting = [];
    },
    close() {
      isOpen = false;
    },
  };
}
