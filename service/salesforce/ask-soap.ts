import { Connection } from 'jsforce/lib/connection.js';
import { z } from 'zod';
import type { HttpAnswer, RestAsk } from './ask-rest.ts';
import { FetchTransport } from './fetch-transport.ts';

export interface SoapAsk extends Pick<RestAsk, 'token' | 'signal' | 'fetch'> {
  instanceUrl: string;
  apiVersion: string;
  /** Of the envelope's body. */
  xml: string;
}

const thrown = z.object({ data: z.unknown() });

/**
 * One call of the SOAP API (partner), its answer as the parsed envelope. jsforce words the request and reads the XML; its own refreshing is not
 * used: it repeats a request for as long as the answer is 401; nor its own transport (fetch-transport.ts).
 */
export async function askSoap({ instanceUrl, apiVersion, xml, token, signal, fetch }: SoapAsk): Promise<HttpAnswer> {
  const connection = new Connection({ instanceUrl, version: apiVersion, accessToken: token, callOptions: { client: 'Lockstep' } });
  const transport = new FetchTransport(signal, fetch);
  // SOAP wants the token in the envelope; HTTP headers are as ever.
  const request = {
    method: 'POST' as const,
    url: `${instanceUrl}/services/Soap/u/${apiVersion}`,
    headers: { accept: 'text/xml', 'content-type': 'text/xml; charset=utf-8', SOAPAction: '""' },
    body: envelope(xml, token),
  };
  try {
    const body: unknown = await connection.request(request, { transport });
    return { ...transport.met(), body: typeof body === 'string' ? undefined : body };
  } catch (error) {
    // What jsforce throws for a refused request has the error's body in its `data`.
    if (transport.status >= 300) return { ...transport.met(), body: thrown.safeParse(error).data?.data };
    throw error;
  }
}

const envelope = (xml: string, token: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">' +
  `<soapenv:Header><SessionHeader xmlns="urn:partner.soap.sforce.com"><sessionId>${escapeXml(token)}</sessionId></SessionHeader></soapenv:Header>` +
  `<soapenv:Body>${xml}</soapenv:Body></soapenv:Envelope>`;

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
