import type { Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { OperatorError } from './operator-error.ts';

export const loopback = '127.0.0.1';

/** Listens on loopback only; answers the port that it got. */
export function listen(server: NetServer, port: number, part: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => {
      const taken = failure.code === 'EADDRINUSE';
      const what = taken
        ? `port ${port} is in use, and the ${part} of the sandbox needs it`
        : `the ${part} cannot listen: ${failure.message}`;
      reject(new OperatorError(what, `${loopback}:${port}`, 'stop what holds the port, or move all ports by --port N'));
    });
    server.listen(port, loopback, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Ends a server at once: connections that wait are cut, the journal has all that was answered. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
