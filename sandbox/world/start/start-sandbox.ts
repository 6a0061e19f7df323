import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { applications, type Certificates, keepCertificates, ownAudience, tenant } from '../../identity/index.ts';
import { createMailSink } from '../../mail/index.ts';
import { createControl } from '../control/create-control.ts';
import { Followers } from '../control/followers.ts';
import { createDesk } from '../desk.ts';
import type { ImportReport } from '../import/index.ts';
import { checkWorldFolder } from './check-world-folder.ts';
import { createEmulators } from './create-emulators.ts';
import { listen, loopback, stopServer } from './listen.ts';
import { lockFolder } from './lock-folder.ts';
import { OperatorError } from './operator-error.ts';
import type { SandboxOptions } from './read-options.ts';
import { WorldFiller } from './world-filler.ts';
import { type Ready, writeReady } from './write-ready.ts';

export interface Sandbox {
  ready: Ready;
  stop(): Promise<void>;
}

/** Starts every emulator on loopback over the world in DATA/sandbox. Throws OperatorError for what a person can put right. */
export async function startSandbox(options: SandboxOptions, tell: (line: string) => void): Promise<Sandbox> {
  const folder = join(options.data, 'sandbox');
  const unlock = lockFolder(folder);
  const undo: (() => unknown)[] = [unlock];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ready: await start(options, folder, undo, tell), stop };
  } catch (failure) {
    await stop();
    throw asOperatorError(failure);
  }
}

/** Disk full, folder closed, file in the way: told as such, not as a stack. */
function asOperatorError(failure: unknown): unknown {
  const { code, path, message } = failure as NodeJS.ErrnoException;
  if (failure instanceof OperatorError || code === undefined || !/^E[A-Z]+$/.test(code) || path === undefined) return failure;
  return new OperatorError(
    `the sandbox cannot use its files: ${message}`,
    path,
    'make room or give rights there, or give another folder by --data DIR',
  );
}

async function start(options: SandboxOptions, folder: string, undo: (() => unknown)[], tell: (line: string) => void): Promise<Ready> {
  checkWorldFolder(options.world);
  const certificates = await keepCertificates(join(options.data, 'ca'));
  if (!certificates) tell('no openssl on the PATH: the sandbox goes on without TLS (install openssl for the TLS ports)');

  const desk = createDesk(folder);
  undo.push(() => desk.world.close());
  const at: Record<string, string> = {};
  const emulators = createEmulators(desk, at);

  const sink = createMailSink(desk);
  const followers = new Followers(desk);
  const filler = new WorldFiller(desk, emulators, folder);
  const began = Date.now();
  const { world, isNew } = await filler.fill(options.world);
  tell(isNew ? `  world: ${world} made in ${Date.now() - began} ms` : `  world: ${world}, as it was`);
  if (filler.report) tell(`  ${summary(filler.report)}`);
  const control = createControl({
    desk,
    emulators,
    followers,
    mails: sink.mails,
    reset: () => filler.reset(),
    report: () => filler.report,
  });

  const port = (step: number) => (options.port === 0 ? 0 : options.port + step);
  const open = async (name: string, step: number, handler: RequestListener, tls?: Certificates) => {
    const server: Server = tls ? createTlsServer({ key: tls.key, cert: tls.cert + tls.ca }, handler) : createServer(handler);
    const got = await listen(server, port(step), name);
    undo.push(() => stopServer(server));
    at[name] = `${tls ? 'https' : 'http'}://${loopback}:${got}`;
  };
  await open('identity', 2, emulators.identity.handler);
  if (certificates) await open('identity TLS', 3, emulators.identity.handler, certificates);
  const graph = getRequestListener(emulators.graph.app.fetch);
  await open('graph', 4, graph);
  if (certificates) await open('graph TLS', 5, graph, certificates);
  await open('salesforce', 6, getRequestListener(emulators.salesforce.app.fetch));
  await open('exchange', 7, getRequestListener(emulators.exchange.fetch));
  await open('world', 8, getRequestListener(control.fetch));
  const smtp = await listen(sink.server, port(9), 'SMTP sink');
  undo.push(sink.close);

  const ready = describe(at, `smtp://${loopback}:${smtp}`, certificates, emulators.salesforce.client);
  undo.push(writeReady(folder, ready));
  for (const [name, address] of Object.entries(at)) tell(`  ${name.padEnd(13)} ${address}`);
  tell(`  ${'SMTP sink'.padEnd(13)} ${ready.smtp}`);
  tell(`ready: ${join(folder, 'ready.json')} names all of it; Ctrl-C stops`);
  return ready;
}

function summary({ imported, refused, partly }: ImportReport): string {
  const counts = Object.entries(imported).map(([kind, count]) => `${count} ${kind}`);
  return `imported ${counts.join(', ')}; ${refused.length} left out and ${partly.length} not whole, with reasons: GET /import or import-report.json`;
}

function describe(
  at: Record<string, string>,
  smtp: string,
  certificates: Certificates | undefined,
  salesforceClient: Ready['salesforceClient'],
): Ready {
  const address = (name: string) => at[name] ?? '';
  const { connector, surfaces, signIn } = applications;
  return {
    identity: address('identity'),
    graph: address('graph'),
    exchange: address('exchange'),
    salesforce: address('salesforce'),
    world: address('world'),
    smtp,
    ...(certificates ? { tls: { identity: address('identity TLS'), graph: address('graph TLS'), ca: certificates.caFile } } : {}),
    tenant: tenant.id,
    issuer: `${at['identity TLS'] ?? at.identity}/${tenant.id}/v2.0`,
    graphClient: { id: connector.id, secret: connector.secret },
    salesforceClient,
    surfacesClient: { id: surfaces.id, scope: `${ownAudience}/access` },
    signInClient: { id: signIn.id, secret: signIn.secret },
    pid: process.pid,
  };
}
