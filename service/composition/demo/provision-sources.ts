import { z } from 'zod';
import { type EntraSettings, sourceScope } from '../../graph/tokens/index.ts';
import type { SecretBox } from '../../secrets/index.ts';
import { type Store, sources } from '../../store/index.ts';
import { sourcesSecret } from '../connections.ts';
import { firstToken } from '../token-vault.ts';
import { askWorld } from './ask-world.ts';
import type { Demo, DemoUser } from './insert-demo.ts';
import { signInMailbox } from './sign-in-mailbox.ts';

interface Parts {
  store: Store;
  secrets: SecretBox;
  ids: { next(): string };
  entra: EntraSettings;
  world: string;
}

const group = z.object({ id: z.string(), displayName: z.string(), mail: z.string() });
const site = z.object({ id: z.string(), displayName: z.string(), webUrl: z.string() });

/**
 * The Teams and sites of the world, switched on in the first organization under its first user, who signs in to read them as a person does; none
 * where the world has none.
 */
export async function provisionSources({ store, secrets, ids, entra, world }: Parts, demo: Demo, owner: DemoUser, at: string) {
  const [teams, places] = await Promise.all([askWorld(world, '/groups', group), askWorld(world, '/sites', site)]);
  const found = [
    ...teams.map(({ id, displayName, mail }) => ({ kind: 'team' as const, remoteId: id, name: displayName, address: mail })),
    ...places.map(({ id, displayName, webUrl }) => ({ kind: 'site' as const, remoteId: id, name: displayName, address: webUrl })),
  ];
  const [organizationId] = demo.organizationIds;
  if (found.length === 0 || organizationId === undefined) return;
  const { customerId, tenantId } = demo;
  const grant = await signInMailbox(entra, tenantId, owner.email, sourceScope(entra.resource));
  await secrets.put({ customerId, ownerId: owner.id, kind: sourcesSecret }, firstToken(grant), at);
  const books = sources(store, ids);
  const act = { actor: null, onBehalfOf: null, source: 'service' as const, at, activities: [] };
  const made = await books.saveFound(customerId, found, at);
  for (const id of made) await books.assign(customerId, id, { organizationId, ownerId: owner.id }, act);
  await store.asCustomers([customerId], async ({ execute }) => {
    await execute(
      `INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at)
       VALUES ($1, 'organization', $2, 'sources.owner', to_jsonb($3::text), true, $4)`,
      [customerId, organizationId, owner.id, at],
    );
    await execute('UPDATE "user" SET synchronization_enabled = true, updated_at = $2 WHERE id = ANY ($1::uuid[])', [made, at]);
  });
}
