import { createHmac } from 'node:crypto';

export const roles = ['lockstep_owner', 'lockstep_app', 'lockstep_system'] as const;
export type Role = (typeof roles)[number];

/** A login role's password, derived so that every process that knows the secret (see EmbeddedServer.secret, the master key) knows it, and none is stored. */
export function derivePassword(secret: string, role: Role): string {
  return createHmac('sha256', secret).update(`lockstep database role ${role}`).digest('base64url');
}
