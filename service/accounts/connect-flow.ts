import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../store/index.ts';
import { isReturnAddress } from './microsoft/is-return-address.ts';
import { createOneTime } from './one-time.ts';

type Side = 'mailbox' | 'salesforce' | 'sources';
export interface ConnectedMailbox {
  customerId: string;
  userId: string;
}

/** What an adapter does of it. */
export interface ConnectProvider<Act> {
  /** Where to send the person, or why nobody has to (app-only access) or can sign in for it. */
  url(
    mailbox: ConnectedMailbox,
    ask: { redirectUri: string; state: string; challenge: string },
  ): Promise<{ ok: true; url: string } | { ok: false; code: 'connection_not_needed' | 'connection_not_possible'; detail?: string }>;
  /**
   * Redeems the code, makes sure that it was this mailbox's own person who signed in where that can be known (else one could connect to
   * another's mailbox, E39), and keeps the tokens.
   */
  redeem(
    mailbox: ConnectedMailbox,
    ask: { redirectUri: string; code: string; verifier: string; act: Act },
  ): Promise<{ ok: true } | { ok: false; code: 'other_person' | 'salesforce_user_taken' | 'provider_failed' }>;
}

export interface ConnectOptions<Act> {
  store: Store;
  /** Real time. */
  now(): number;
  /** {publicUrl}/api/connections/callback, registered at both providers. */
  redirectUri: string;
  returnAddresses: readonly string[];
  providers: Readonly<Record<Side, ConnectProvider<Act>>>;
}

/** A person has this long at the provider, and the surface this long to come back. */
const atProvider = 10 * 60_000;
const handOver = 60_000;

const side = z.enum(['mailbox', 'salesforce', 'sources']);
const begun = z.object({ side, customerId: z.string(), userId: z.string(), returnTo: z.string(), verifier: z.string() });
const handed = begun.extend({ code: z.string() });

const random = (): string => randomBytes(32).toString('base64url');
const addQuery = (address: string, query: Record<string, string>): string => `${address}?${new URLSearchParams(query)}`;

/**
 * Connecting a mailbox or a Salesforce user by that person's own sign-in: authorization code with PKCE, the verifier kept here, so that
 * no code or token of a provider is ever in a surface's hands. What the API asks as its ConnectDesk.
 *
 * The way back does not connect yet: it hands the surface a code of ours, with which a signed-in caller who may connect that very mailbox
 * completes it. Otherwise somebody could send a colleague a link begun for the own mailbox, and have the colleague's Salesforce connected
 * to it (RFC 6749, 10.12).
 */
export const createConnectFlow = <Act>({ store, now, redirectUri, returnAddresses, providers }: ConnectOptions<Act>) => {
  const oneTime = createOneTime(store, now);
  return {
    async start(mailbox: ConnectedMailbox, which: Side, { returnTo }: { returnTo: string }) {
      if (!isReturnAddress(returnTo, returnAddresses)) return { ok: false as const, code: 'return_address_not_allowed' as const };
      const [state, verifier] = [random(), random()];
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const begin = await providers[which].url(mailbox, { redirectUri, state, challenge });
      if (!begin.ok) return begin;
      const { customerId, userId } = mailbox;
      await oneTime.put('connect-state', state, { side: which, customerId, userId, returnTo, verifier }, atProvider);
      return begin;
    },

    /** The browser is back from the provider: where to send it next, or null where nobody here began this. */
    async callback(query: Readonly<Record<string, string>>): Promise<string | null> {
      const read = begun.safeParse(query.state === undefined ? undefined : await oneTime.take('connect-state', query.state));
      if (!read.success) return null;
      const { returnTo, userId } = read.data;
      const about = { side: read.data.side, userId };
      if (query.code === undefined) {
        return addQuery(returnTo, { ...about, error: query.error === 'access_denied' ? 'access_denied' : 'provider_failed' });
      }
      const code = random();
      await oneTime.put('connect-code', code, { ...read.data, code: query.code }, handOver);
      return addQuery(returnTo, { ...about, code });
    },

    /** Connects, for the mailbox and side that this was begun for. The caller's right to it is the API's to check. */
    async finish(mailbox: ConnectedMailbox, which: Side, { code, act }: { code: string; act: Act }) {
      // Taken even if it does not fit: a code is good for one try.
      const read = handed.safeParse(await oneTime.take('connect-code', code));
      if (!read.success || read.data.userId !== mailbox.userId || read.data.side !== which)
        return { ok: false as const, code: 'sign_in_failed' as const };
      return providers[which].redeem(mailbox, { redirectUri, code: read.data.code, verifier: read.data.verifier, act });
    },
  };
};
