import type { WorldClock } from '../../world/clock.ts';
import type { Answer } from './answer.ts';
import { GraphError } from './graph-error.ts';

export interface RequestIds {
  requestId: string;
  clientRequestId: string;
}

/** Graph's envelope. Codes are for programs, the message is for people. */
export function errorAnswer(error: GraphError, ids: RequestIds, clock: WorldClock): Answer {
  return {
    status: error.status,
    headers: error.headers,
    body: {
      error: {
        code: error.code,
        message: error.message,
        innerError: {
          date: `${clock.iso().slice(0, 19)}Z`,
          'request-id': ids.requestId,
          'client-request-id': ids.clientRequestId,
        },
      },
    },
  };
}

/** The refusal that a scripted fault of this status shows. */
export function faultError(status: number): GraphError {
  const [code, message] = faultWords[status] ?? ['UnknownError', 'An unknown error occurred.'];
  return new GraphError(status, code, message);
}

const faultWords: Record<number, [string, string]> = {
  401: ['InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'],
  403: ['ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
  404: ['ErrorItemNotFound', 'The specified object was not found in the store.'],
  409: ['ErrorIrresolvableConflict', 'The send or update operation could not be performed because of a conflicting change.'],
  410: ['SyncStateNotFound', 'The sync state generation is not found; generation=149;[highest=157][157][155][156].'],
  412: ['ErrorIrresolvableConflict', 'The change key passed in the request does not match the current change key for the item.'],
  429: ['ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'],
  500: ['InternalServerError', 'An internal server error occurred. The operation failed.'],
  503: ['ErrorInternalServerTransientError', 'The server cannot service this request right now. Try again later.'],
  504: ['GatewayTimeout', 'The server did not answer in time.'],
};
