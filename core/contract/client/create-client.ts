import type { LiveEvent } from '../../model/index.ts';
import type { RouteKey } from '../index.ts';
import { ApiProblem, toApiProblem } from './api-problem.ts';
import type { Answer, Ask } from './api-types.ts';
import { buildRequest, type RequestParts } from './build-request.ts';
import { type EventOptions, followEvents } from './follow-events.ts';
import type { ClientAnswer, Send, Signal, Transport } from './transport.ts';

export interface ClientOptions extends Transport {
  /** Where the service is, without a slash at the end: "https://sync.example.com". */
  baseUrl: string;
  /** Surface and version, as the service wants to know it: "sidepanel/0.1.0". */
  surface: string;
  /**
   * The bearer token; undefined when nobody is signed in. Asked again with `refused` after a 401, once: answer with a refreshed token,
   * or with undefined to give up.
   */
  token(state: { refused: boolean }): Promise<string | undefined> | string | undefined;
  /** A fresh random key for each POST (crypto.randomUUID). */
  newKey(): string;
  /** Waits before the live events are asked for again. */
  sleep(milliseconds: number, signal?: Signal): Promise<void>;
  /** Milliseconds since 1970, to measure how far this clock is off. */
  now(): number;
}

export interface CallOptions {
  signal?: Signal | undefined;
  /** Give the same key again to repeat a POST whose answer was lost. */
  idempotencyKey?: string | undefined;
}

export interface Client {
  /** Throws ApiProblem; everything else that it throws is a bug. */
  call<K extends RouteKey>(route: K, ask: Ask<K>, options?: CallOptions): Promise<Answer<K>>;
  /** Follows live events until the signal, or until the token is refused for good (throws ApiProblem). */
  events(options?: EventOptions): AsyncGenerator<LiveEvent, void, void>;
  /** How many milliseconds the service's clock is ahead of this one, from the latest answer; 0 before. */
  skew(): number;
}

/** The API for surfaces: typed by the route schemas, without carrying them. */
export const createClient = (options: ClientOptions): Client => {
  let skew = 0;

  const headers = (token: string | undefined, more: Record<string, string>): Record<string, string> => ({
    accept: 'application/json, application/problem+json',
    'lockstep-client': options.surface,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...more,
  });

  const once = async (
    method: string,
    address: string,
    more: Record<string, string>,
    body: string | undefined,
    token: string | undefined,
    signal?: Signal,
  ) => {
    let answer: ClientAnswer;
    try {
      // No cookie ever goes along: the service takes none (a pane's cookies are blocked in half of the hosts anyway).
      answer = await options.fetch(options.baseUrl + address, {
        method,
        headers: headers(token, more),
        body,
        signal,
        credentials: 'omit',
        cache: 'no-store',
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new ApiProblem('unreachable', 0, `The service at ${options.baseUrl} cannot be reached.`, null, cause);
    }
    const date = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(date)) skew = date - options.now();
    return answer;
  };

  const send: Send = async (method, address, more, body, signal) => {
    const token = await options.token({ refused: false });
    const answer = await once(method, address, more, body, token, signal);
    if (answer.status !== 401 || token === undefined) return answer;
    const fresh = await options.token({ refused: true });
    return fresh === undefined || fresh === token ? answer : once(method, address, more, body, fresh, signal);
  };

  return {
    call: async <K extends RouteKey>(route: K, ask: Ask<K>, call: CallOptions = {}) => {
      const parts = ask as RequestParts;
      const { method, address } = buildRequest(route, parts);
      const more: Record<string, string> = {};
      if (parts.body !== undefined) more['content-type'] = 'application/json';
      if (method === 'POST') more['idempotency-key'] = call.idempotencyKey ?? options.newKey();
      const answer = await send(method, address, more, parts.body === undefined ? undefined : JSON.stringify(parts.body), call.signal);
      const text = await answer.text();
      if (answer.status >= 400) throw toApiProblem(answer.status, text);
      return (text === '' ? undefined : JSON.parse(text)) as Answer<K>;
    },
    events: (events = {}) => followEvents(send, options, events),
    skew: () => skew,
  };
};
