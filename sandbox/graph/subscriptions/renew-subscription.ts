import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { readProperties, text } from '../odata/read-properties.ts';
import { findSubscription } from './find-subscription.ts';
import { readExpiration } from './read-expiration.ts';
import { renderSubscription } from './subscription.ts';

/** Only the expiration can change; an address is never added later. */
export const renewSubscription: Operation = {
  of: 'tenant',
  name: 'graph.subscriptions.update',
  right: undefined,
  answer(call) {
    const before = findSubscription(call);
    const fixed = ['id', 'resource', 'changeType', 'notificationUrl', 'lifecycleNotificationUrl', 'clientState'];
    const { expirationDateTime } = readProperties('subscription', call.body, { expirationDateTime: text }, fixed);
    const after = { ...before, expires: readExpiration(expirationDateTime, call.store.desk.clock.now()) };
    call.notifier.keep(after);
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#subscriptions/$entity`, ...renderSubscription(after) });
  },
};
