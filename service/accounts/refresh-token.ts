import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A refresh token names its sign-in and its number in the row of rotations, signed. Nothing of it is stored, so a stolen database gives
 * none, and the next number can be said again to somebody whose answer was lost.
 */
export const createRefreshTokens = (key: Uint8Array) => {
  const sign = (sessionId: string, rotation: number): Buffer =>
    createHmac('sha256', key).update(`refresh ${sessionId} ${rotation}`).digest();
  return {
    issue: (sessionId: string, rotation: number): string =>
      `lr1.${sessionId}.${rotation}.${sign(sessionId, rotation).toString('base64url')}`,
    read(token: string): { sessionId: string; rotation: number } | undefined {
      const match = /^lr1\.([0-9a-f-]{36})\.(\d{1,9})\.([A-Za-z0-9_-]{43})$/.exec(token);
      const [, sessionId = '', number = '', signature = ''] = match ?? [];
      if (!match) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(sessionId, Number(number));
      return given.length === expected.length && timingSafeEqual(given, expected) ? { sessionId, rotation: Number(number) } : undefined;
    },
  };
};
export type RefreshTokens = ReturnType<typeof createRefreshTokens>;
