import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDesk, type Desk } from '../../world/desk.ts';
import { applications } from '../applications.ts';
import { createIdentity, type IdentityEmulator } from '../create-identity.ts';
import type { Person } from '../person.ts';
import { tenant } from '../tenant.ts';
import { type Browsed, browse } from './browse.ts';

export const ada: Person = {
  id: '11111111-1111-4111-8111-111111111111',
  userPrincipalName: 'ada@fernwood.example',
  mail: 'ada@fernwood.example',
  displayName: 'Ada Birch',
  accountEnabled: true,
};
export const callback = 'http://localhost:9999/callback';
export const verifier = 'a-code-verifier-that-is-long-enough-to-be-accepted-0123456789';
export const connector = { client_id: applications.connector.id, client_secret: applications.connector.secret };
export const appOnly = { ...connector, grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' };

const challenge = createHash('sha256').update(verifier).digest('base64url');
const delegated = 'openid profile offline_access Contacts.ReadWrite Calendars.ReadWrite';
/** one key for all worlds of a test file: making one takes longer than all else */
const keys = new Map<string, unknown>();

/** Either the tokens or the error are there; a test knows which it waits for. */
interface TokenAnswer {
  status: number;
  body: {
    access_token: string;
    refresh_token: string;
    scope: string;
    error: string;
    suberror: string;
    error_description: string;
    error_codes: number[];
  };
}

/** The identity emulator on a free port with one person, and what a client does with it. */
export class IdentityWorld {
  readonly desk: Desk = createDesk();
  readonly identity: IdentityEmulator;
  readonly #server: Server;
  base = '';

  constructor() {
    for (const [id, key] of keys) this.desk.world.table<unknown>('identity.keys').set(id, key);
    const people = this.desk.world.table<Person>('people');
    people.set(ada.id, ada);
    const addresses = () => ({ graph: ['http://127.0.0.1:4404'], exchange: [] });
    this.identity = createIdentity({ desk: this.desk, people, issuer: () => this.base, addresses });
    this.#server = createServer(this.identity.handler);
  }
  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.base = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }
  close(): void {
    for (const [id, key] of this.desk.world.table<unknown>('identity.keys').entries()) keys.set(id, key);
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async token(form: Record<string, string>, authority: string = tenant.id): Promise<TokenAnswer> {
    const answer = await fetch(`${this.base}/${authority}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });
    return { status: answer.status, body: (await answer.json()) as TokenAnswer['body'] };
  }
  redeem(code: string, change: Record<string, string> = {}): Promise<TokenAnswer> {
    const form = { ...connector, grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: verifier, ...change };
    return this.token(form);
  }
  refresh(value = ''): Promise<TokenAnswer> {
    return this.token({ ...connector, grant_type: 'refresh_token', refresh_token: value, scope: delegated });
  }
  browse(url: string, form?: Record<string, string>, cookies?: Map<string, string>): Promise<Browsed> {
    return browse(url, callback, form, cookies);
  }
  authorizeUrl(extra: Record<string, string> = {}): string {
    const query = new URLSearchParams({
      client_id: applications.connector.id,
      response_type: 'code',
      redirect_uri: callback,
      scope: delegated,
      state: 's1',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...extra,
    });
    return `${this.base}/common/oauth2/v2.0/authorize?${query}`;
  }
  /** Picks Ada on the login page; answers the code that came back. */
  async signIn(extra: Record<string, string> = {}): Promise<string> {
    const login = await this.browse(this.authorizeUrl(extra));
    const back = new URL((await this.browse(login.url, { account: ada.userPrincipalName }, login.cookies)).url);
    if (back.searchParams.get('state') !== 's1') throw new Error(`sign-in did not come back: ${back}`);
    return back.searchParams.get('code') ?? '';
  }
}
