import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { callerName } from '../http/caller.ts';
import { renderSubscription } from './subscription.ts';

export const listSubscriptions: Operation = {
  of: 'tenant',
  name: 'graph.subscriptions.list',
  right: undefined,
  answer(call) {
    const own = [...call.notifier.all()].filter((one) => one.caller === callerName(call.caller));
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#subscriptions`, value: own.map(renderSubscription) });
  },
};
