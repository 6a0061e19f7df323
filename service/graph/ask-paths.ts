import { exchangeAll, type Outcome } from './exchange.ts';
import type { GraphClient } from './graph-client.ts';
import type { GraphAccess, GraphSettings } from './graph-settings.ts';

/** Reads any number of paths: what became of each, at its place. */
export const askPaths =
  (client: GraphClient, settings: GraphSettings, access: GraphAccess) =>
  (paths: readonly string[]): Promise<Outcome[]> =>
    exchangeAll(
      client,
      settings,
      access,
      paths.map((path) => ({ method: 'GET', path, repeatable: true })),
    );
