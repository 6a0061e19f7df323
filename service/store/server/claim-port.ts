import { createServer } from 'node:net';
import { DatabaseFailure } from './database-failure.ts';
import { whoListens } from './who-listens.ts';

/**
 * The port the server shall listen on: the given one if it is free on loopback, any free one for 0.
 * @throws DatabaseFailure `port-taken`, naming the process where the system tells.
 */
export async function claimPort(port: number): Promise<number> {
  const probe = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        const address = probe.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  } catch (error) {
    const holder = whoListens(port);
    throw new DatabaseFailure(
      'port-taken',
      `Port ${port}, which the database server needs, is taken${holder ? ` by process ${holder.pid} (${holder.command})` : ''}.`,
      `127.0.0.1:${port}`,
      `stop ${holder ? `it (kill ${holder.pid})` : 'what listens there'}, or choose other ports with --port N.`,
      error,
    );
  } finally {
    await new Promise<void>((resolve) => probe.close(() => resolve()));
  }
}
