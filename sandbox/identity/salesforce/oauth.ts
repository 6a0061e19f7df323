import { findUser, type Org, orgIdOf } from '../../salesforce/org/index.ts';
import type { Row } from '../../salesforce/schema/index.ts';
import type { WorldClock } from '../../world/clock.ts';
import type { World } from '../../world/world.ts';
import { type Client, Clients } from './clients.ts';
import { invalidGrant, OAuthError } from './oauth-error.ts';
import { Sessions } from './sessions.ts';

/** An authorization code that waits to be redeemed, once, within 15 minutes. */
export interface Code {
  userId: string;
  clientId: string;
  redirectUri: string;
  scope: string;
  challenge: string | undefined;
  expires: number;
}

/** What the endpoints of Salesforce's OAuth stand on. */
export class OAuth {
  readonly org: Org;
  readonly clients: Clients;
  readonly sessions: Sessions;
  readonly codes = new Map<string, Code>();
  readonly #url: () => string;

  constructor(world: World, clock: WorldClock, org: Org, url: () => string) {
    this.org = org;
    this.clients = new Clients(world);
    this.sessions = new Sessions(world, clock);
    this.#url = url;
  }

  get instanceUrl(): string {
    return this.#url().replace(/\/$/, '');
  }
  identityUrl(userId: string): string {
    return `${this.instanceUrl}/id/${orgIdOf(this.org)}/${userId}`;
  }
  client(id: string | undefined): Client {
    const client = id === undefined ? undefined : this.clients.find(id);
    if (!client) throw new OAuthError('invalid_client_id', 'client identifier invalid');
    return client;
  }
  findUser(name: string): Row | undefined {
    return findUser(this.org, name);
  }
  /** A user who may sign in. */
  activeUser(name: string): Row {
    const user = this.findUser(name);
    if (!user) throw invalidGrant('authentication failure');
    if (user.IsActive === false) throw invalidGrant('inactive user');
    return user;
  }
}
