import type { RequestCount } from '../../core/sync/index.ts';
import { AnswerLost } from './answer-lost.ts';
import { askRest, type HttpAnswer } from './ask-rest.ts';
import type { SalesforceError } from './classify-answer.ts';
import { readLimitInfo } from './limit-info.ts';
import { firstError } from './read-errors.ts';
import type { SalesforceAccess, SalesforceSettings } from './salesforce-settings.ts';

export interface SalesforceRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the version root: "/composite". */
  path: string;
  body?: unknown;
  /** Of a part of a composite request: its own headers. */
  headers?: Readonly<Record<string, string>>;
  /** Of a part of a composite request: the part of it, a query, that must find nothing; else this one has no address and is not done. */
  unlessFound?: string;
}

interface SalesforceAnswer {
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
  /** A call of the SOAP API (partner), given the XML of its body; answers the parsed envelope. For the few calls that REST lacks. */
  call(xml: string): Promise<unknown>;
}

/** One way of asking, REST or SOAP, with the token of now. Rejects where no whole answer came. */
type Ask = (token: string, signal: AbortSignal) => Promise<HttpAnswer>;

export function createSalesforceClient(settings: SalesforceSettings, access: SalesforceAccess): SalesforceClient {
  const requests = { http: 0, operations: 0 };
  const instanceUrl = access.instanceUrl.replace(/\/+$/, '');
  const root = `/services/data/v${settings.apiVersion}`;

  const rest =
    ({ method, path, body }: SalesforceRequest): Ask =>
    (token, signal) =>
      askRest({ method, url: `${instanceUrl}${root}${path}`, body, token, signal, fetch: settings.fetch });
  /** With jsforce, which no sync needs and which takes 35 MB: read in where the first such call is made (decision 43). */
  const soap =
    (xml: string): Ask =>
    async (token, signal) => {
      const { askSoap } = await import('./ask-soap.ts');
      return askSoap({ instanceUrl, apiVersion: settings.apiVersion, xml, token, signal, fetch: settings.fetch });
    };

  async function once(ask: Ask, token: string): Promise<SalesforceAnswer> {
    requests.http += 1;
    const late = AbortSignal.timeout(settings.timeoutMs ?? 600_000);
    const signal = access.stop instanceof AbortSignal ? AbortSignal.any([access.stop, late]) : late;
    const { status, headers, body } = await ask(token, signal).catch((error: unknown) => {
      access.stop.throwIfAborted();
      throw new AnswerLost(error);
    });
    const usage = readLimitInfo(headers['sforce-limit-info']);
    if (usage) settings.limits?.(access.orgId, usage.used, usage.max);
    if (status === 300 || status >= 400) throw new RequestRefused(firstError(status, body));
    return { status, body, serverTime: serverTime(headers.date) };
  }

  async function sendOnce(ask: Ask): Promise<SalesforceAnswer> {
    requests.operations += 1;
    access.stop.throwIfAborted();
    await access.mayAsk?.();
    const token = await access.accessToken();
    try {
      return await once(ask, token);
    } catch (error) {
      if (!(error instanceof RequestRefused) || error.error.status !== 401) throw error;
      // Where another call has replaced the token meanwhile, that one is taken: one refresh for all.
      const present = await access.accessToken();
      const fresh = present === token ? await access.accessToken(true) : present;
      return once(ask, fresh);
    }
  }

  return {
    requests,
    root,
    send: (request) => sendOnce(rest(request)),
    call: async (xml) => (await sendOnce(soap(xml))).body,
  };
}

const serverTime = (date = ''): number | null => {
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : time;
};
