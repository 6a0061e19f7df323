import { createAccounts, createConnectFlow, createIdempotency } from '../accounts/index.ts';
import type { Config } from '../config/index.ts';
import {
  conflicts,
  coverageBooks,
  customizationDesk,
  directory,
  force,
  groups,
  history,
  itemAsks,
  itemBooks,
  jobs,
  ledger,
  liveDesk,
  mailBooks,
  openLedger,
  rehearsalBooks,
} from '../store/index.ts';
import { completeConfiguration } from './complete-configuration.ts';
import { connectProviders } from './connect-providers.ts';
import { createCoverageDesk } from './coverage-desk.ts';
import { disconnectDesk } from './disconnect.ts';
import { createEngineDesk } from './engine-desk.ts';
import { createItemDesk } from './item-desk.ts';
import type { Keys } from './keys.ts';
import { createMailDesk } from './mail-desk.ts';
import { createMappingDesk } from './mapping-desk.ts';
import { type EngineBase, openEngine } from './open-engine.ts';
import { allowedOrigins, publicAddress, returnAddresses } from './public-addresses.ts';
import { salesforceDesk } from './salesforce-desk.ts';
import type { Sandbox } from './sandbox-addresses.ts';
import { instanceUrl, noteCheck } from './service-queries.ts';
import { sha256 } from './sha256.ts';
import { createSourceDesk } from './source-desk.ts';
import { surfacesClient } from './surfaces-client.ts';
import { version } from './version.ts';

interface Base extends EngineBase {
  keys: Keys;
}

/** The API and sign-in over the engine's parts, each knowing only its ports. */
export function assemble({ config, sandbox }: { config: Config; sandbox: Sandbox | undefined }, base: Base) {
  const { clock, ids, keys, database, telemetry } = base;
  const { store } = database;
  const now = () => clock.now();
  const engine = openEngine(config, base);
  const accounts = createAccounts({
    store,
    tokenKey: keys.tokens,
    now: () => Date.now(),
    newId: () => ids.next(),
    returnAddresses: returnAddresses(config),
    microsoft: microsoft(config, sandbox),
  });
  const people = directory(store, ids);
  const live = liveDesk(store);
  const desk = createEngineDesk({
    directory: people,
    providers: engine.providers,
    force: (mailbox, act) => force(store, ids, mailbox, act),
    noteCheck: (mailbox, act, result) => noteCheck(store, ids, mailbox, act, result),
    now,
    books: itemBooks(store),
    clock,
    ids,
    hash: sha256,
  });
  const configuration = completeConfiguration({ store, check: desk.checkConnectivity });
  const flow = createConnectFlow({
    store,
    now: () => Date.now(),
    redirectUri: `${publicAddress(config)}/api/connections/callback`,
    returnAddresses: returnAddresses(config),
    providers: connectProviders({ ...engine, store, ids, directory: people, connected: configuration.connected }),
  });
  const connect = { ...flow, disconnect: disconnectDesk({ ...engine, store, ids }) };
  const sourceDesk = createSourceDesk({ store, ids, providers: engine.providers, directory: people, now });
  const looks = { providers: engine.providers, facts: itemBooks(store).facts, hash: sha256, now };
  const api = {
    signIn: accounts,
    directory: people,
    ledger: ledger(store, ids),
    jobs: jobs(store, ids),
    history: history(store),
    customization: customizationDesk(store, ids),
    groups: groups(store, ids),
    conflicts: conflicts(store, ids),
    salesforce: salesforceDesk({ store, ids, providers: engine.providers }),
    sources: sourceDesk,
    live,
    connect,
    openLedger: openLedger(store, ids),
    coverage: createCoverageDesk({ books: coverageBooks(store), facts: rehearsalBooks(store).facts, now }),
    mail: createMailDesk({
      ...looks,
      books: mailBooks(store, ids),
      instanceUrl: (customerId, orgId) => instanceUrl(store, customerId, orgId),
    }),
    items: createItemDesk({ ...looks, books: itemAsks(store, ids) }),
    mapping: createMappingDesk({ books: rehearsalBooks(store), providers: engine.providers, hash: sha256, now }),
    engine: { ...desk, checkConnectivity: configuration.checkConnectivity },
    idempotency: createIdempotency(store),
    surroundings: { now, realNow: () => Date.now(), every, newId: () => ids.next() },
    log: telemetry.requests,
    version,
    minClient: config.minClient,
    features: ['contacts', 'events', 'item-people', 'mail-save', 'item-save'],
    mode: config.mode === 'sandbox' ? ('sandbox' as const) : ('production' as const),
    allowedOrigins: allowedOrigins(config),
    metrics: telemetry.metrics.read,
  };
  return { ...base, ...engine, accounts, live, api, sourceDesk };
}

function microsoft(config: Config, sandbox: Sandbox | undefined) {
  const client = sandbox?.signInClient ?? config.graphClient;
  const surfaces = surfacesClient(config, sandbox);
  if (!client || !surfaces) return undefined;
  const [audience, scope] = splitScope(surfaces.scope);
  const redirectUri = `${publicAddress(config)}/api/sign-in/oidc/callback`;
  return {
    authority: config.identity,
    clientId: client.id,
    clientSecret: client.secret,
    redirectUri,
    apiAudience: audience,
    apiScope: scope,
  };
}

function splitScope(scope: string): [string, string] {
  const at = scope.lastIndexOf('/');
  return [scope.slice(0, at), scope.slice(at + 1)];
}

export function every(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
