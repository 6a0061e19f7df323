import { type Answer, ApiProblem, type Client } from '../../contract/client/index.ts';
import type { Host } from '../../host/index.ts';

type Tokens = Answer<'POST /api/sign-in/password'>;

/** Who is signed in, as far as a page must know it before the service answers. */
export interface SignedIn {
  /** Outlook itself gives the tokens: nothing is kept here but who it is. */
  nested: boolean;
  accountId: string;
  email: string;
  name: string;
}

interface Kept extends SignedIn {
  accessToken: string;
  /** Milliseconds since 1970, by the service's clock. */
  expiresAt: number;
  refreshToken: string;
}

export interface SignInKeeper {
  current(): Promise<SignedIn | undefined>;
  keep(tokens: Tokens): Promise<void>;
  keepNested(who: Omit<SignedIn, 'nested'>): Promise<void>;
  forget(): Promise<void>;
  /** For the client: a token, or undefined when nobody is signed in (any more). */
  token(state: { refused: boolean }): Promise<string | undefined>;
  /** Somebody signed in or out, here or on another page of this surface. */
  onChanged(listener: () => void): () => void;
}

const storageKey = 'sign-in';
/** Tokens are renewed a little before they end, so that no request is refused on its way. */
const early = 30_000;

/**
 * Keeps the sign-in of a surface. Pages share one refresh token, which the service takes exactly once (reuse ends the whole sign-in):
 * so it is renewed under a lock, and whoever waited for the lock takes what the other page brought.
 */
export const createSignInKeeper = (host: Host, refreshClient: Client): SignInKeeper => {
  let handedOut: string | undefined;
  const read = async (): Promise<Kept | undefined> => {
    const text = await host.storage.get(storageKey);
    try {
      return text === undefined ? undefined : (JSON.parse(text) as Kept);
    } catch {
      return undefined;
    }
  };
  const write = (kept: Kept | undefined): Promise<void> =>
    host.storage.set(storageKey, kept === undefined ? undefined : JSON.stringify(kept));
  const keep = (tokens: Tokens): Promise<void> =>
    write({
      nested: false,
      accountId: tokens.account.id,
      email: tokens.account.email,
      name: tokens.account.name,
      accessToken: tokens.accessToken,
      expiresAt: Date.parse(tokens.expiresAt),
      refreshToken: tokens.refreshToken,
    });

  const renew = (refused: string | undefined): Promise<string | undefined> =>
    host.exclusive('lockstep-sign-in', async () => {
      const kept = await read();
      if (kept === undefined) return undefined;
      if (refused !== undefined && kept.accessToken !== refused) return kept.accessToken;
      try {
        const tokens = await refreshClient.call('POST /api/sign-in/refresh', { body: { refreshToken: kept.refreshToken } });
        await keep(tokens);
        return tokens.accessToken;
      } catch (error) {
        if (error instanceof ApiProblem && (error.status === 401 || error.status === 403)) {
          await write(undefined);
          return undefined;
        }
        throw error;
      }
    });

  return {
    current: read,
    keep,
    keepNested: (who) => write({ ...who, nested: true, accessToken: '', expiresAt: 0, refreshToken: '' }),
    forget: () => write(undefined),
    token: async ({ refused }) => {
      const kept = await read();
      if (kept === undefined) return undefined;
      if (kept.nested) return host.nestedSignIn?.token(refused ? 'renewed' : 'silently');
      const ended = kept.expiresAt - early < host.clock.now() + refreshClient.skew();
      handedOut = refused || ended ? await renew(refused ? handedOut : kept.accessToken) : kept.accessToken;
      return handedOut;
    },
    onChanged: (listener) =>
      host.storage.onChanged((key) => {
        if (key === storageKey) listener();
      }),
  };
};
