import { randomBytes } from 'node:crypto';
import type { Table } from '../../world/table.ts';
import type { World } from '../../world/world.ts';

/** An external client app, as the customer made it in Setup. */
export interface Client {
  id: string;
  secret: string;
  name: string;
  /** empty: any address, as a sandbox's clients listen on ports that are not known before */
  redirectUris: string[];
  /** SPKI PEM whose private key signs JWT assertions */
  certificate?: string;
  /** each refresh answers a new refresh token and ends the old one */
  rotation: boolean;
  /** users need no consent of their own for the JWT flow */
  preAuthorized: boolean;
}

const firstId = '3MVG9LockstepSandboxConnectedApp0001';

export class Clients {
  readonly #clients: Table<Client>;

  constructor(world: World) {
    this.#clients = world.table('salesforce.client');
  }

  /** The app that is there from the start; ready.json names it. */
  get first(): Client {
    return (
      this.#clients.get(firstId) ??
      this.#clients.set(firstId, {
        id: firstId,
        secret: randomBytes(32).toString('hex').toUpperCase(),
        name: 'Lockstep',
        redirectUris: [],
        rotation: false,
        preAuthorized: true,
      })
    );
  }
  find(id: string): Client | undefined {
    return id === firstId ? this.first : this.#clients.get(id);
  }
  set(client: Client): Client {
    return this.#clients.set(client.id, client);
  }
}
