import type { Config } from '../config/index.ts';
import type { Sandbox } from './sandbox-addresses.ts';

type Registered = Pick<Config, 'graphClient' | 'addinClient'>;

/** What the pane reads from /taskpane/config.json: nested app authentication gives it a token for our own API, and for nothing else. */
export interface NestedSignIn {
  clientId: string;
  authority: string;
  scope: string;
}

/** The application that the surfaces sign in by: the sandbox's, the one configured for them, else that of the service. */
export function surfacesClient(
  { addinClient, graphClient }: Registered,
  sandbox: Sandbox | undefined,
): { id: string; scope: string } | undefined {
  if (sandbox) return sandbox.surfacesClient;
  return addinClient ?? (graphClient ? { id: graphClient.id, scope: `api://${graphClient.id}/access` } : undefined);
}

/** Any company's people may ask; who is let in is our own accounts' matter. */
export function nestedSignIn(config: Registered & Pick<Config, 'identity'>, sandbox: Sandbox | undefined): NestedSignIn | undefined {
  const client = surfacesClient(config, sandbox);
  return client && { clientId: client.id, authority: `${config.identity}/organizations`, scope: client.scope };
}
