import { noContent } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { findSubscription } from './find-subscription.ts';

/** Answers a reauthorizationRequired; it does not move the expiration. */
export const reauthorizeSubscription: Operation = {
  of: 'tenant',
  name: 'graph.subscriptions.reauthorize',
  right: undefined,
  answer(call) {
    findSubscription(call);
    return noContent();
  },
};
