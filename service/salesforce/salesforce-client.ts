import { Connection } from 'jsforce/lib/connection.js';
import { isLoopback } from '../../core/connectivity/index.ts';
import type { RequestCount } from '../../core/sync/index.ts';
import { AnswerLost } from './answer-lost.ts';
import type { SalesforceError } from './classify-answer.ts';
import { readLimitInfo } from './limit-info.ts';
import { readErrors } from './read-errors.ts';
import { RecordingTransport } from './recording-transport.ts';
import type { SalesforceAccess, SalesforceSettings } from './salesforce-settings.ts';

export interface SalesforceRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version root: "/composite". */
  path: string;
  body?: unknown;
}

export interface SalesforceAnswer {
  status: number;
  /** Parsed JSON, undefined where it could not be read. */
  body: unknown;
  /** The server's time (milliseconds since 1970) by its Date header, null without one. */
  serverTime: number | null;
}

/** A whole request was refused. */
export class RequestRefused extends Error {
  readonly error: SalesforceError;
  constructor(error: SalesforceError) {
    super(`${error.code}: ${error.message}`);
    this.name = 'RequestRefused';
    this.error = error;
  }
}

/** Throws RequestRefused, or AnswerLost where no whole answer came. Repeats nothing but a request whose token was refused, once. */
export interface SalesforceClient {
  readonly requests: RequestCount;
  /** "/services/data/v62.0" */
  readonly root: string;
  send(request: SalesforceRequest): Promise<SalesforceAnswer>;
}

/**
 * jsforce carries the requests. Its own refreshing is not used: it repeats a request for as long as the answer is 401; nor its own
 * repeating, which waits by the machine's clock and would send a DELETE twice.
 */
export function createSalesforceClient(settings: SalesforceSettings, access: SalesforceAccess): SalesforceClient {
  const requests = { http: 0, operations: 0 };
  const instanceUrl = access.instanceUrl.replace(/\/+$/, '');
  const root = `/services/data/v${settings.apiVersion}`;
  const connection = new Connection({ instanceUrl, version: settings.apiVersion, callOptions: { client: 'Lockstep' } });
  const local = isLoopback(new URL(instanceUrl).hostname);

  async function once(request: SalesforceRequest, token: string): Promise<SalesforceAnswer> {
    requests.http += 1;
    connection.accessToken = token;
    const transport = new RecordingTransport();
    const { method, path } = request;
    const sent = connection.request(
      {
        method,
        url: `${instanceUrl}${root}${path}`,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      },
      {
        transport,
        retry: { maxRetries: 0 },
        followRedirect: false,
        timeout: settings.timeoutMs ?? 600_000,
        ...(local ? { httpProxy: undefined } : {}),
      },
    );
    try {
      const body = await stoppable(sent, access.stop);
      return { status: transport.status, body: typeof body === 'string' ? undefined : body, serverTime: serverTime(transport) };
    } catch (error) {
      access.stop.throwIfAborted();
      if (transport.status >= 300) throw new RequestRefused(readErrors(transport.status, error));
      throw new AnswerLost(error);
    } finally {
      const usage = readLimitInfo(transport.headers['sforce-limit-info']);
      if (usage) settings.limits?.(access.orgId, usage.used, usage.max);
    }
  }

  return {
    requests,
    root,
    async send(request) {
      requests.operations += 1;
      access.stop.throwIfAborted();
      const token = await access.accessToken();
      try {
        return await once(request, token);
      } catch (error) {
        if (!(error instanceof RequestRefused) || error.error.status !== 401) throw error;
        // Where another call has replaced the token meanwhile, that one is taken: one refresh for all.
        const present = await access.accessToken();
        return once(request, present === token ? await access.accessToken(true) : present);
      }
    },
  };
}

const serverTime = ({ headers }: RecordingTransport): number | null => {
  const time = Date.parse(headers.date ?? '');
  return Number.isNaN(time) ? null : time;
};

/** jsforce cannot be cut short; its answer is left to come and not looked at. */
async function stoppable<T>(answer: PromiseLike<T>, stop: SalesforceAccess['stop']): Promise<T> {
  if (!(stop instanceof AbortSignal)) return answer;
  let cut: (() => void) | undefined;
  const stopped = new Promise<never>((_, reject) => {
    cut = () => reject(stop.reason);
    stop.addEventListener('abort', cut, { once: true });
  });
  try {
    return await Promise.race([answer, stopped]);
  } finally {
    if (cut) stop.removeEventListener('abort', cut);
  }
}
