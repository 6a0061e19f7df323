import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Certificates, keepCertificates } from './certificate-authority.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'ca-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

it('signs a certificate for this computer that a client with the authority accepts', async () => {
  const { key, cert, ca } = (await keepCertificates(join(data, 'ca'))) as Certificates;
  expect(new X509Certificate(cert).subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
  expect(statSync(join(data, 'ca', 'ca.key')).mode & 0o077).toBe(0);
  const server = createServer({ key, cert }, (_request, response) => response.end('ok'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (options: object) =>
    new Promise((resolve) => {
      request(url, { agent: false, ...options }, (response) => resolve(response.statusCode))
        .on('error', (failure: NodeJS.ErrnoException) => resolve(failure.code))
        .end();
    });
  expect(await ask({ ca })).toBe(200);
  expect(await ask({})).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  server.closeAllConnections();
  server.close();
});

it('makes one authority and keeps it, also when two parts start at once', async () => {
  const folder = join(data, 'ca');
  await Promise.all([keepCertificates(folder), keepCertificates(folder), keepCertificates(folder)]);
  const first = await keepCertificates(folder);
  const again = await keepCertificates(folder);
  expect(again).toEqual(first);
  expect(new X509Certificate(first?.cert ?? '').verify(new X509Certificate(first?.ca ?? '').publicKey)).toBe(true);
});

it('says so where openssl is missing', async () => {
  const path = process.env.PATH;
  process.env.PATH = data;
  try {
    expect(await keepCertificates(join(data, 'ca'))).toBeUndefined();
  } finally {
    process.env.PATH = path;
  }
});
