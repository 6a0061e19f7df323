import type { Answer, Ask, RouteKey } from '../../contract/client/index.ts';
import { type Trouble, toTrouble } from '../connect/index.ts';
import type { App } from './create-app.ts';

export type Sent<K extends RouteKey> = { answer: Answer<K> } | { trouble: Trouble } | { kept: true };

/**
 * What may come late without surprising anybody. All else is refused where there is no connection: a reset, or a sign-in deleted, half an
 * hour after the click is not what the person saw.
 */
const keepable: ReadonlySet<RouteKey> = new Set<RouteKey>([
  'POST /api/users/{id}/sync',
  'POST /api/users/{id}/mail/save',
  'POST /api/users/{id}/items/save',
  'POST /api/issues/{id}/answer',
]);

/**
 * Sends what a click asked for. Where there is no connection it is kept in the outbox, under the same idempotency key, and sent when
 * there is one again (send-waiting.ts).
 */
export const send = async <K extends RouteKey>(app: App, route: K, ask: Ask<K>): Promise<Sent<K>> => {
  const idempotencyKey = app.host.newKey();
  try {
    return { answer: await app.service.client.call(route, ask, { idempotencyKey }) };
  } catch (error) {
    const trouble = toTrouble(error, app.host.online());
    if (trouble.kind !== 'offline' && trouble.kind !== 'unreachable') {
      app.noticed(trouble);
      return { trouble };
    }
    if (trouble.kind === 'unreachable' || !keepable.has(route)) return { trouble };
    const { accountId } = app.account;
    await app.cache.keep({ key: idempotencyKey, account: accountId, route, ask: ask as Record<string, unknown>, at: app.host.clock.now() });
    app.outbox.value = { ...app.outbox.value, waiting: app.outbox.value.waiting + 1 };
    return { kept: true };
  }
};
