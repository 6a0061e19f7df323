import { Hono } from 'hono';
import { createGraph, type GraphEmulator } from '../../graph/index.ts';
import { createIdentity, type IdentityEmulator } from '../../identity/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../salesforce/index.ts';
import type { Desk } from '../desk.ts';

export interface Emulators {
  identity: IdentityEmulator;
  graph: GraphEmulator;
  salesforce: SalesforceEmulator;
  exchange: Hono;
}

/** All emulators over one desk. `at` has their addresses by name once they listen. */
export function createEmulators(desk: Desk, at: Record<string, string> = {}): Emulators {
  const known = (...names: string[]) => names.flatMap((name) => at[name] ?? []);
  const graph = createGraph({ desk, authenticate: (bearer) => identity.authenticate(bearer) });
  const identity = createIdentity({
    desk,
    people: graph.users,
    issuer: () => at['identity TLS'] ?? at.identity ?? '',
    addresses: () => ({ graph: known('graph', 'graph TLS'), exchange: known('exchange') }),
  });
  const salesforce = createSalesforce({ desk, url: () => at.salesforce ?? '' });
  return { identity, graph, salesforce, exchange: absent('the Exchange admin endpoint') };
}

/** Stands in for an emulator that is not built: each address answers 501 and says so. */
function absent(part: string): Hono {
  const app = new Hono();
  app.all('*', ({ req, json }) =>
    json({ error: { code: 'NotImplemented', message: `The sandbox does not emulate ${part} yet (${req.method} ${req.path}).` } }, 501),
  );
  return app;
}
