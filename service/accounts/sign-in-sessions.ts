import type { Store } from '../store/index.ts';
import type { AccessTokens } from './access-token.ts';
import type { RefreshTokens } from './refresh-token.ts';
import type { IssuedTokens } from './sign-in-result.ts';

const accessLife = 10 * 60_000;
/** Signed in again at the latest after this long, whatever is refreshed. */
const longestLife = 30 * 24 * 3_600_000;
const longestIdle = 7 * 24 * 3_600_000;
/** A refresh whose answer was lost may be repeated for so long; two tabs that refresh at once both get the same next token. */
const grace = 30_000;

interface Row {
  account_id: string;
  rotation: number;
  rotated_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
}

interface Options {
  store: Store;
  access: AccessTokens;
  refresh: RefreshTokens;
  now(): number;
  newId(): string;
}

export type Refreshed = { ok: true; tokens: IssuedTokens } | { ok: false; code: 'session_ended' | 'refresh_reused' };

/**
 * One sign-in of one surface: a family of refresh tokens of which only the newest is good. An older one that comes again was stolen, or
 * its successor was: the family ends. RFC 9700, 4.14.2.
 */
export const createSignInSessions = ({ store, access, refresh, now, newId }: Options) => {
  const issue = async (
    accountId: string,
    sessionId: string,
    rotation: number,
    endsAt: number,
    life = accessLife,
  ): Promise<IssuedTokens> => {
    const expiresAt = Math.min(now() + life, endsAt);
    return {
      accessToken: await access.issue({ accountId, sessionId, expiresAt }),
      expiresAt: new Date(expiresAt).toISOString(),
      refreshToken: refresh.issue(sessionId, rotation),
      sessionEndsAt: new Date(endsAt).toISOString(),
      accountId,
    };
  };

  const start = async (accountId: string, surface: string, life = { session: longestLife, access: accessLife }): Promise<IssuedTokens> => {
    const id = newId();
    const at = new Date(now()).toISOString();
    const endsAt = now() + life.session;
    await store.asCustomers([], ({ execute }) =>
      execute(
        `INSERT INTO sign_in_session (id, account_id, surface, rotation, rotated_at, created_at, last_used_at, expires_at)
         VALUES ($1, $2, $3, 1, $4, $4, $4, $5)`,
        [id, accountId, surface, at, new Date(endsAt).toISOString()],
      ),
    );
    return issue(accountId, id, 1, endsAt, life.access);
  };

  const revoke = async (id: string, reason: string): Promise<void> => {
    await store.asCustomers([], ({ execute }) =>
      execute('UPDATE sign_in_session SET revoked_at = $2, revoked_reason = $3 WHERE id = $1 AND revoked_at IS NULL', [
        id,
        new Date(now()).toISOString(),
        reason,
      ]),
    );
  };

  const exchange = async (token: string): Promise<Refreshed> => {
    const asked = refresh.read(token);
    if (asked === undefined) return { ok: false, code: 'session_ended' };
    const at = new Date(now()).toISOString();
    const outcome = await store.asCustomers([], async ({ query, execute }) => {
      const [row] = await query<Row>(
        'SELECT account_id, rotation, rotated_at, expires_at, revoked_at FROM sign_in_session WHERE id = $1 FOR UPDATE',
        [asked.sessionId],
      );
      if (!row || row.revoked_at !== null || row.expires_at.getTime() <= now()) return 'ended';
      if (now() - row.rotated_at.getTime() > longestIdle) return 'ended';
      if (asked.rotation === row.rotation) {
        await execute('UPDATE sign_in_session SET rotation = rotation + 1, rotated_at = $2, last_used_at = $2 WHERE id = $1', [
          asked.sessionId,
          at,
        ]);
        return { accountId: row.account_id, rotation: row.rotation + 1, endsAt: row.expires_at.getTime() };
      }
      if (asked.rotation === row.rotation - 1 && now() - row.rotated_at.getTime() < grace) {
        return { accountId: row.account_id, rotation: row.rotation, endsAt: row.expires_at.getTime() };
      }
      await execute('UPDATE sign_in_session SET revoked_at = $2, revoked_reason = $3 WHERE id = $1', [
        asked.sessionId,
        at,
        'refresh token used twice',
      ]);
      return 'reused';
    });
    if (outcome === 'ended') return { ok: false, code: 'session_ended' };
    if (outcome === 'reused') return { ok: false, code: 'refresh_reused' };
    return { ok: true, tokens: await issue(outcome.accountId, asked.sessionId, outcome.rotation, outcome.endsAt) };
  };

  return { start, revoke, exchange };
};
export type SignInSessions = ReturnType<typeof createSignInSessions>;
