import type { StoredToken, TokenVault } from '../../core/connectivity/index.ts';
import type { SealContext, SecretBox } from '../secrets/index.ts';

type Kept = Omit<StoredToken, 'version'>;

/** One connection's token in the secret box: sealed, shared by all processes, renewed by one at a time. */
export function tokenVault(secrets: SecretBox, context: SealContext, now: () => number): TokenVault {
  return {
    async read() {
      const stored = await secrets.read<Kept>(context);
      return stored ? { ...stored.value, version: String(stored.version) } : null;
    },
    async swap(version, next) {
      const { accessToken, expiresAt, refreshToken, renewingUntil } = next;
      const kept: Kept = { accessToken, expiresAt, refreshToken, renewingUntil };
      const written = await secrets.swap(context, Number(version), kept, new Date(now()).toISOString());
      return written === undefined ? null : { ...kept, version: String(written) };
    },
  };
}

/** What a person's sign-in to a provider leaves behind. */
export function firstToken(grant: { accessToken: string; refreshToken: string | null; expiresAt: string | null }): Kept {
  return { accessToken: grant.accessToken, refreshToken: grant.refreshToken, expiresAt: grant.expiresAt, renewingUntil: null };
}
