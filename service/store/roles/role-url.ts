import { derivePassword, type Role } from './derive-password.ts';

/** The address of a database for one login role, made from the administrator's. */
export function roleUrl(administratorUrl: string, secret: string, role: Role, database?: string): string {
  const url = new URL(administratorUrl);
  url.username = role;
  url.password = derivePassword(secret, role);
  if (database) url.pathname = `/${database}`;
  return url.href;
}
