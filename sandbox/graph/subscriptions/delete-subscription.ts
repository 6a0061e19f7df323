import { noContent } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { findSubscription } from './find-subscription.ts';

export const deleteSubscription: Operation = {
  of: 'tenant',
  name: 'graph.subscriptions.delete',
  right: undefined,
  answer(call) {
    call.notifier.remove(findSubscription(call));
    return noContent();
  },
};
