import { type Answer, type Client, type ClientOptions, createClient } from '../../contract/client/index.ts';
import type { Host } from '../../host/index.ts';
import { createSignInKeeper, type SignInKeeper } from './sign-in-keeper.ts';
import { signInSilently } from './sign-in-silently.ts';

export type Health = Answer<'GET /api/health'>;

/** The service as a surface sees it: its API with the sign-in put in, and its time. */
export interface Service {
  readonly address: string;
  readonly client: Client;
  /** The same without a sign-in. */
  readonly open: Client;
  readonly signIn: SignInKeeper;
  /** The service's time: this machine's clock, corrected by what the service said. In a sandbox it is the world's clock. */
  now(): number;
  /** Corrects `now` by a time that the service named as the present. */
  heard(serviceTime: number): void;
  health(): Promise<Health>;
  /** Signs in without asking, where Outlook knows who it is. */
  silently(): Promise<boolean>;
  signOut(): Promise<void>;
}

export const connectService = (host: Host, address: string): Service => {
  const shared: Omit<ClientOptions, 'token'> = {
    baseUrl: address,
    surface: `${host.surface}/${host.version}`,
    fetch: host.fetch,
    newKey: host.newKey,
    sleep: host.clock.sleep,
    now: host.clock.now,
  };
  const open = createClient({ ...shared, token: () => undefined });
  const signIn = createSignInKeeper(host, open);
  const client = createClient({ ...shared, token: signIn.token });
  // A sandbox's clock runs ahead of the Date header of its answers; elsewhere the header is all there is.
  let worldSkew: number | undefined;

  return {
    address,
    client,
    open,
    signIn,
    now: () => host.clock.now() + (worldSkew ?? client.skew()),
    heard: (serviceTime) => {
      if (worldSkew !== undefined) worldSkew = Math.max(worldSkew, serviceTime - host.clock.now());
    },
    health: async () => {
      const health = await open.call('GET /api/health', {});
      if (health.mode === 'sandbox') worldSkew = Date.parse(health.now) - host.clock.now();
      return health;
    },
    silently: () => signInSilently(host, client, signIn),
    signOut: async () => {
      // The service may be out of reach; this page forgets the sign-in all the same.
      await client.call('POST /api/sign-out', {}).catch(() => undefined);
      await signIn.forget();
    },
  };
};
