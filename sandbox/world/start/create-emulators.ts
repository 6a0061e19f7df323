import type { Hono } from 'hono';
import { createIdentity, type IdentityEmulator } from '../../identity/index.ts';
import type { Desk } from '../desk.ts';
import { absent, people } from './emulators.ts';

export interface Emulators {
  identity: IdentityEmulator;
  graph: Hono;
  salesforce: Hono;
  exchange: Hono;
}

/** All emulators over one desk. `at` has their addresses by name once they listen. */
export function createEmulators(desk: Desk, at: Record<string, string>): Emulators {
  const known = (...names: string[]) => names.flatMap((name) => at[name] ?? []);
  const identity = createIdentity({
    desk,
    people: people(desk),
    issuer: () => at['identity TLS'] ?? at.identity ?? '',
    addresses: () => ({ graph: known('graph', 'graph TLS'), exchange: known('exchange') }),
  });
  return { identity, graph: absent('graph'), salesforce: absent('salesforce'), exchange: absent('exchange') };
}
