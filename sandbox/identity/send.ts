import type { ServerResponse } from 'node:http';
import { type AadstsError, describeAadsts } from './aadsts.ts';

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
    .end(JSON.stringify(body));
}

export function sendAadsts(response: ServerResponse, failure: AadstsError): void {
  const { status, body } = describeAadsts(failure);
  sendJson(response, status, body);
}
