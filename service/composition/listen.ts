import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ConfigFailure, isLoopback } from '../config/index.ts';

export interface Listening {
  url: string;
  port: number;
  close(): Promise<void>;
}

export interface Door {
  host: string;
  port: number;
  name: string;
  tls?: { certificate: string; key: string } | undefined;
}

/** Opens one port. Plain HTTP stays on loopback; anything else needs a certificate here or a proxy before it. */
export function listen(fetch: Parameters<typeof getRequestListener>[0], door: Door): Promise<Listening> {
  if (!door.tls && !isLoopback(door.host))
    throw new ConfigFailure(
      `Plain HTTP is refused on ${door.host}: tokens travel on it. Give LOCKSTEP_TLS_CERT and LOCKSTEP_TLS_KEY, or listen on 127.0.0.1 behind a reverse proxy and name it in LOCKSTEP_PUBLIC_URL.`,
    );
  const listener = getRequestListener(fetch);
  const server = door.tls
    ? createTlsServer({ cert: readFileSync(door.tls.certificate), key: readFileSync(door.tls.key) }, listener)
    : createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, door)));
    server.listen(door.port, door.host, () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `${door.tls ? 'https' : 'http'}://${door.host}:${port}`, port, close: () => close(server) });
    });
  });
}

function explain(error: NodeJS.ErrnoException, { port, host, name }: Door): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigFailure(
      `Port ${port} on ${host}, for ${name}, is taken by another program. Stop it, or choose other ports: --port N.`,
    );
  if (error.code === 'EACCES')
    return new ConfigFailure(`Port ${port}, for ${name}, needs rights that this user lacks. Choose one above 1023: --port N.`);
  return error;
}

/** Open streams (live events) are cut: their clients come back by Last-Event-ID. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
