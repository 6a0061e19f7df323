import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { nodeNetwork } from './node-network.ts';

async function withServer<T>(run: (port: number) => Promise<T>): Promise<T> {
  const server = createServer((socket) =>
    socket
      .on('error', () => undefined)
      .resume()
      .end('this is no TLS'),
  ).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  try {
    return await run((server.address() as AddressInfo).port);
  } finally {
    await new Promise((closed) => server.close(closed));
  }
}

it('finds this machine, opens a door, and says what is wrong in the system’s code', async () => {
  expect(await nodeNetwork.lookup('127.0.0.1')).toEqual(['127.0.0.1']);
  expect(await nodeNetwork.lookup('localhost')).not.toEqual([]);
  const port = await withServer(async (open) => {
    await nodeNetwork.connect('127.0.0.1', open);
    await expect(nodeNetwork.handshake('127.0.0.1', open)).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
    return open;
  });
  await expect(nodeNetwork.connect('127.0.0.1', port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
