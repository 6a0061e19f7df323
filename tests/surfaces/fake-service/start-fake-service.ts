import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type BuiltSurfaces, builtSurfaces } from '../built-surfaces.ts';
import { answer, demoWorld, type FakeState, type Reply } from './answer.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };
/** As the service sends it: what a page does against this policy fails in the tests too. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'";

export interface FakeService extends FakeState {
  url: string;
  built: BuiltSurfaces;
  requests: { method: string; path: string }[];
  /** Everything as it was when the service began: each test begins so. */
  begin(): void;
  close(): Promise<void>;
}

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
};

/** A server that answers by the contract, and serves the built pages as the service does, with an office.js of our own. */
export const startFakeService = async (): Promise<FakeService> => {
  const built = await builtSurfaces();
  const now = (): number => Date.now();
  const streams = new Set<ServerResponse>();
  const requests: FakeService['requests'] = [];
  let eventId = 0;
  const state: FakeState = {
    world: demoWorld(now()),
    now,
    asked: [],
    broken: undefined,
    emit: (kind, userId, data) => {
      eventId += 1;
      const event = { id: String(eventId), kind, at: new Date(now()).toISOString(), customerId: '', organizationId: null, userId, data };
      for (const stream of streams) stream.write(`id: ${eventId}\ndata: ${JSON.stringify(event)}\n\n`);
    },
  };

  const sendFile = (response: ServerResponse, folder: string, path: string): void => {
    try {
      const file = normalize(path === '' ? 'index.html' : path);
      const content = readFileSync(join(folder, file));
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  };
  const sendReply = (response: ServerResponse, { status, body }: Reply): void => {
    response.writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json' });
    response.end(body === undefined ? '' : JSON.stringify(body));
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://fake');
    const method = request.method ?? 'GET';
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type, lockstep-client, idempotency-key, last-event-id');
    response.setHeader('access-control-allow-methods', 'GET, POST, PATCH, PUT, DELETE');
    response.setHeader('access-control-expose-headers', 'date, retry-after');
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    if (path.startsWith('/console')) return sendFile(response, built.web, path.slice('/console/'.length));
    if (path.startsWith('/taskpane/')) return sendFile(response, built.taskpane, path.slice('/taskpane/'.length));
    if (path === '/office-js/office.js') return sendFile(response, join(import.meta.dirname, '../browser'), 'office-stub.js');
    requests.push({ method, path });
    const token = request.headers.authorization?.replace('Bearer ', '');
    if (path === '/api/events') {
      if (state.broken !== undefined) return sendReply(response, state.broken);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`id: ${eventId}\nevent: ready\ndata: {}\n\n`);
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    const body = await readBody(request);
    if (method !== 'GET') state.asked.push({ method, path, body, key: request.headers['idempotency-key'] as string | undefined });
    sendReply(response, answer(state, { method, path, query, body, token }));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    built,
    url: `http://127.0.0.1:${port}`,
    requests,
    begin: () => {
      state.world = demoWorld(now());
      state.asked.length = 0;
      state.broken = undefined;
      requests.length = 0;
    },
    close: async () => {
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
};
