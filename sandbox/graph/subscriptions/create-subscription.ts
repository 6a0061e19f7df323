import { randomUUID } from 'node:crypto';
import { created } from '../http/answer.ts';
import type { Call, Operation } from '../http/call.ts';
import { callerName } from '../http/caller.ts';
import { GraphError } from '../http/graph-error.ts';
import { refusals } from '../http/refusals.ts';
import { flag, readProperties, text } from '../odata/read-properties.ts';
import { loopbackUrl } from './loopback-url.ts';
import { readExpiration } from './read-expiration.ts';
import { readResource } from './read-resource.ts';
import { renderSubscription, type Subscription } from './subscription.ts';

const readers = {
  changeType: text,
  notificationUrl: text,
  lifecycleNotificationUrl: text,
  resource: text,
  expirationDateTime: text,
  clientState: text,
  latestSupportedTlsVersion: text,
  includeResourceData: flag,
};
const readOnly = ['id', 'applicationId', 'creatorId'];
const knownChanges = ['created', 'updated', 'deleted'];

/** Is made only when each address answered the validation handshake. The same resource and changes twice: 409. */
export const createSubscription: Operation = {
  of: 'tenant',
  name: 'graph.subscriptions.create',
  right: undefined,
  async answer(call) {
    const subscription = readSubscription(call);
    for (const other of call.notifier.all()) {
      if (isSame(other, subscription))
        throw new GraphError(
          409,
          'ExtensionError',
          'Subscription to the same resource with the same changeType already exists for this application.',
        );
    }
    for (const url of [subscription.notificationUrl, subscription.lifecycleNotificationUrl]) {
      if (url !== null && !(await call.notifier.validates(url)))
        throw new GraphError(
          400,
          'ValidationError',
          `Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request: ${url}`,
        );
    }
    call.notifier.keep(subscription);
    return created({ '@odata.context': `${call.origin}/v1.0/$metadata#subscriptions/$entity`, ...renderSubscription(subscription) });
  },
};

function readSubscription(call: Call): Subscription {
  const body = readProperties('subscription', call.body, readers, readOnly) as Record<string, string | null>;
  if (body.includeResourceData) throw refusals.invalidRequestCode('includeResourceData is not emulated: leave it out.');
  const changeTypes = (body.changeType ?? '').split(',').map((one) => one.trim());
  if (changeTypes.some((one) => !knownChanges.includes(one)))
    throw refusals.invalidRequestCode(`'changeType' must be made of ${knownChanges.join(', ')}.`);
  if ((body.clientState?.length ?? 0) > 128) throw refusals.invalidRequestCode("'clientState' must not be longer than 128 characters.");
  const resource = body.resource ?? '';
  const { caller } = call;
  return {
    id: randomUUID(),
    resource,
    ...readResource(call, resource),
    changeTypes,
    notificationUrl: loopbackUrl(body.notificationUrl, 'notificationUrl'),
    lifecycleNotificationUrl: body.lifecycleNotificationUrl ? loopbackUrl(body.lifecycleNotificationUrl, 'lifecycleNotificationUrl') : null,
    clientState: body.clientState ?? null,
    expires: readExpiration(body.expirationDateTime, call.store.desk.clock.now()),
    caller: callerName(caller),
    applicationId: caller.kind === 'application' ? caller.appId : '',
    creatorId: caller.kind === 'application' ? caller.appId : caller.userId,
    immutable: call.prefer.immutableId,
  };
}

function isSame(a: Subscription, b: Subscription): boolean {
  const changes = (one: Subscription) => [...one.changeTypes].sort().join();
  return a.caller === b.caller && a.owner === b.owner && a.watches === b.watches && a.folder === b.folder && changes(a) === changes(b);
}
