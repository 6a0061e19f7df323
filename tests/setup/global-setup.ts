import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where freshDatabase asks for one. */
    databaseDesk: string;
  }
}

/**
 * A desk that hands out databases. The server starts when the first test file asks, so that runs without database tests pay nothing.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<TestServer> | null = null;
  const desk = createServer((_request, response) => {
    server ??= startTestServer();
    server
      .then((running) => running.freshDatabase())
      .then(
        (url) => response.end(url),
        (error: unknown) => {
          response.statusCode = 500;
          response.end(String(error));
        },
      );
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  project.provide('databaseDesk', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    await (await server?.catch(() => null))?.stop();
  };
}
