import { z } from 'zod';

const payload = z.object({ scp: z.string().optional(), roles: z.array(z.string()).optional() });

/**
 * The permissions that a token carries: `scp` of a delegated one, `roles` of an application's. Read for evidence only, so its signature
 * does not matter. Null where the token does not tell (Microsoft promises no format).
 */
export function tokenPermissions(token: string): string[] | null {
  const [, middle] = token.split('.');
  if (middle === undefined) return null;
  try {
    const { scp, roles } = payload.parse(JSON.parse(Buffer.from(middle, 'base64url').toString('utf8')));
    return roles ?? scp?.split(' ') ?? null;
  } catch {
    return null;
  }
}
