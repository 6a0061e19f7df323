import { SyncFailure } from '../model/index.ts';

/** What the vault holds for one connection. Times are ISO 8601. */
export interface StoredToken {
  /** Differs after every write: the compare-and-set hangs on it. */
  version: string;
  accessToken: string | null;
  /** Null: the provider does not say; its refusal does. */
  expiresAt: string | null;
  /** Null where the application signs in for itself. */
  refreshToken: string | null;
  /** Some process is renewing it and has the right to until then. */
  renewingUntil: string | null;
}

/** The place of one connection's token, shared by all processes; encrypted underneath. */
export interface TokenVault {
  /** Null: nobody has signed in. */
  read(): Promise<StoredToken | null>;
  /** Writes if the stored version still is that one, and returns what is stored then; null where somebody else was first. */
  swap(version: string, next: Omit<StoredToken, 'version'>): Promise<StoredToken | null>;
}

export interface FreshToken {
  accessToken: string;
  expiresAt: string | null;
  /** Null: the present one stays good. */
  refreshToken: string | null;
}

export interface TokenKeeping {
  side: 'outlook' | 'salesforce';
  vault: TokenVault;
  /** Asks the provider; throws SyncFailure where it refuses. */
  renew(refreshToken: string | null): Promise<FreshToken>;
  clock: { now(): number; sleep(milliseconds: number): Promise<void> };
}

/** A token that ends sooner than this is renewed before it is used. */
const margin = 120_000;
/** How long one process may take to renew, and how often the others look. */
const renewalTime = 30_000;
const lookAgain = 200;
const mostLooks = 300;

/**
 * Gives the access token of one connection, renewed by one caller at a time over all processes: refresh tokens rotate, and the loser of a
 * race would hold a dead one (jsforce #1656, appsmith #38961). The right to renew is a lease in the vault. A provider's final no counts
 * only after the vault was read again: another process may hold a newer token, which is then taken.
 * `force`: the provider refused the token in use.
 */
export function keepToken(keeping: TokenKeeping): (force?: boolean) => Promise<string> {
  let present: StoredToken | null = null;
  let renewing: Promise<string> | undefined;

  async function obtain(refused: string | null): Promise<string> {
    for (let look = 0; look < mostLooks; look += 1) {
      present = await keeping.vault.read();
      if (present === null) throw notConnected(keeping.side);
      if (isUsable(present, keeping.clock.now(), refused)) return present.accessToken;
      if (isBeingRenewed(present, keeping.clock.now())) {
        await keeping.clock.sleep(lookAgain);
        continue;
      }
      const until = new Date(keeping.clock.now() + renewalTime).toISOString();
      const claimed = await keeping.vault.swap(present.version, { ...present, renewingUntil: until });
      if (claimed) present = await renewClaimed(keeping, claimed, refused);
      if (claimed && present && isUsable(present, keeping.clock.now() - margin, refused)) return present.accessToken;
    }
    throw new SyncFailure({ kind: 'bug', code: 'token-race', message: 'the token was renewed again and again by somebody else' });
  }

  return (force = false) => {
    const refused = force ? (present?.accessToken ?? null) : null;
    if (!force && present && isUsable(present, keeping.clock.now(), null)) return Promise.resolve(present.accessToken);
    renewing ??= obtain(refused).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
}

/** Renews under the lease. Where the provider says no, somebody else's newer token is taken instead, if there is one. */
async function renewClaimed(keeping: TokenKeeping, claimed: StoredToken, refused: string | null): Promise<StoredToken | null> {
  try {
    const fresh = await keeping.renew(claimed.refreshToken);
    const next = { ...fresh, refreshToken: fresh.refreshToken ?? claimed.refreshToken, renewingUntil: null };
    // Somebody who signed in anew meanwhile, or took over our lease, has the newer word.
    return (await keeping.vault.swap(claimed.version, next)) ?? (await keeping.vault.read());
  } catch (error) {
    const newer = await keeping.vault.read();
    if (newer && newer.version !== claimed.version && isUsable(newer, keeping.clock.now(), refused)) return newer;
    await keeping.vault.swap(claimed.version, { ...claimed, renewingUntil: null });
    throw error;
  }
}

function isUsable(token: StoredToken, now: number, refused: string | null): token is StoredToken & { accessToken: string } {
  if (token.accessToken === null || token.accessToken === refused) return false;
  return token.expiresAt === null || Date.parse(token.expiresAt) - margin > now;
}

const isBeingRenewed = ({ renewingUntil }: StoredToken, now: number): boolean => renewingUntil !== null && Date.parse(renewingUntil) > now;

const notConnected = (side: TokenKeeping['side']): SyncFailure =>
  new SyncFailure({ kind: 'sign-in', final: true, side, code: 'not-connected', message: 'Nobody has signed in for this connection yet.' });
