import type { Row } from '../schema/index.ts';
import type { Org } from './org.ts';
import { integrationUsername } from './seed-org.ts';

/** A user of the org by user name, e-mail or id; who is active comes first. */
export function findUser(org: Org, name: string): Row | undefined {
  const store = org.store(org.type('User'));
  const lower = name.trim().toLowerCase();
  const found = [...store.withValue('Username', lower), ...store.withValue('Email', lower)];
  return found.find((row) => row.IsActive !== false) ?? found[0] ?? store.get(name);
}

/** The user in whose name client credentials, seeds and imports act. */
export function integrationUser(org: Org): Row {
  const user = findUser(org, integrationUsername);
  if (!user) throw new Error('the org has no integration user');
  return user;
}

export function orgIdOf(org: Org): string {
  for (const row of org.store(org.type('Organization')).rows()) return String(row.Id);
  throw new Error('the org has no Organization record');
}
