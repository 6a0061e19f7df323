import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Network } from '../../core/connectivity/index.ts';

/** Longest wait for a door to open. */
const patience = 10_000;

/** The way to a server by this machine's resolver, sockets and trusted authorities (NODE_EXTRA_CA_CERTS included). */
export const nodeNetwork: Network = {
  async lookup(host) {
    if (isIP(host)) return [host];
    return (await lookup(host, { all: true })).map(({ address }) => address);
  },
  connect: (host, port) =>
    new Promise((done, fail) => {
      const socket = connectTcp({ host, port, timeout: patience });
      socket.once('connect', () => done(void socket.destroy()));
      socket.once('timeout', () => fail(late(socket.destroy())));
      // For good, not once: an error after the answer has nobody else to go to.
      socket.on('error', fail);
    }),
  handshake: (host, port) =>
    new Promise((done, fail) => {
      const name = isIP(host) ? {} : { servername: host };
      const socket = connectTls({ host, port, timeout: patience, ...name });
      socket.once('secureConnect', () => {
        const { issuer, valid_to: validTo } = socket.getPeerCertificate();
        const { O, CN } = issuer as { O?: string; CN?: string };
        done({ protocol: socket.getProtocol() ?? '', issuer: O ?? CN ?? '', validTo });
        socket.destroy();
      });
      socket.once('timeout', () => fail(late(socket.destroy())));
      socket.on('error', fail);
    }),
};

const late = (_socket: unknown): Error => Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
