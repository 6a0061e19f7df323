import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { findSubscription } from './find-subscription.ts';
import { renderSubscription } from './subscription.ts';

export const getSubscription: Operation = {
  of: 'tenant',
  name: 'graph.subscriptions.get',
  right: undefined,
  answer: (call) =>
    ok({ '@odata.context': `${call.origin}/v1.0/$metadata#subscriptions/$entity`, ...renderSubscription(findSubscription(call)) }),
};
