import { Connection } from 'jsforce/lib/connection.js';
import type { RequestCount } from '../../core/sync/index.ts';
import { AnswerLost } from './answer-lost.ts';
import type { SalesforceError } from './classify-answer.ts';
import { FetchTransport } from './fetch-transport.ts';
import { readLimitInfo } from './limit-info.ts';
import { readErrors } from './read-errors.ts';
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

/**
 * jsforce words the requests and reads the answers. Its own refreshing is not used: it repeats a request for as long as the answer is
 * 401; nor its own transport (fetch-transport.ts).
 */
export function createSalesforceClient(settings: SalesforceSettings, access: SalesforceAccess): SalesforceClient {
  const requests = { http: 0, operations: 0 };
  const instanceUrl = access.instanceUrl.replace(/\/+$/, '');
  const root = `/services/data/v${settings.apiVersion}`;
  const connection = new Connection({ instanceUrl, version: settings.apiVersion, callOptions: { client: 'Lockstep' } });

  /** SOAP wants the token in the envelope; HTTP headers are as ever. */
  const soap = (xml: string, token: string) => ({
    method: 'POST' as const,
    url: `${instanceUrl}/services/Soap/u/${settings.apiVersion}`,
    headers: { accept: 'text/xml', 'content-type': 'text/xml; charset=utf-8', SOAPAction: '""' },
    body: envelope(xml, token),
  });
  const rest = (request: SalesforceRequest) => ({
    method: request.method,
    url: `${instanceUrl}${root}${request.path}`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });

  async function once(request: ReturnType<typeof soap> | ReturnType<typeof rest>, token: string): Promise<SalesforceAnswer> {
    requests.http += 1;
    connection.accessToken = token;
    const late = AbortSignal.timeout(settings.timeoutMs ?? 600_000);
    const signal = access.stop instanceof AbortSignal ? AbortSignal.any([access.stop, late]) : late;
    const transport = new FetchTransport(signal, settings.fetch);
    try {
      const body: unknown = await connection.request(request, { transport });
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

  async function sendOnce(make: (token: string) => Parameters<typeof once>[0]): Promise<SalesforceAnswer> {
    requests.operations += 1;
    access.stop.throwIfAborted();
    await access.mayAsk?.();
    const token = await access.accessToken();
    try {
      return await once(make(token), token);
    } catch (error) {
      if (!(error instanceof RequestRefused) || error.error.status !== 401) throw error;
      // Where another call has replaced the token meanwhile, that one is taken: one refresh for all.
      const present = await access.accessToken();
      const fresh = present === token ? await access.accessToken(true) : present;
      return once(make(fresh), fresh);
    }
  }

  return {
    requests,
    root,
    send: (request) => sendOnce(() => rest(request)),
    call: async (xml) => (await sendOnce((token) => soap(xml, token))).body,
  };
}

const envelope = (xml: string, token: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">' +
  `<soapenv:Header><SessionHeader xmlns="urn:partner.soap.sforce.com"><sessionId>${escapeXml(token)}</sessionId></SessionHeader></soapenv:Header>` +
  `<soapenv:Body>${xml}</soapenv:Body></soapenv:Envelope>`;

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const serverTime = ({ headers }: FetchTransport): number | null => {
  const time = Date.parse(headers.date ?? '');
  return Number.isNaN(time) ? null : time;
};
