import type { Call } from '../http/call.ts';
import { callerName } from '../http/caller.ts';
import { GraphError } from '../http/graph-error.ts';
import type { Subscription } from './subscription.ts';

/** Only who made it sees it; an expired one is gone. */
export function findSubscription(call: Call): Subscription {
  const found = call.notifier.get(call.params.subscription ?? '');
  if (found?.caller === callerName(call.caller)) return found;
  throw new GraphError(404, 'ResourceNotFound', 'The object was not found.');
}
