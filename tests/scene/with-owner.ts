import { sourcesSecret } from '../../service/composition/connections.ts';
import type { SourceWatchParts } from '../../service/composition/open-source-watch.ts';
import { anyTime } from '../../service/composition/provider-desk.ts';
import { createPacer } from '../../service/graph/index.ts';
import { directory, uuidV7 } from '../../service/store/index.ts';
import type { Scene, ScenePerson } from './open-scene.ts';

/** The parts of a watch over the organization's Teams and sites: that person owns them, has signed in for it, and these settings hold. */
export async function withOwner(scene: Scene, owner: ScenePerson, settings: Readonly<Record<string, unknown>>): Promise<SourceWatchParts> {
  const { store, customerId } = scene;
  const { clock } = scene.parts;
  const ids = uuidV7(() => clock.now());
  const at = new Date(clock.now()).toISOString();
  const [place] = await scene.rows<{ id: string }>('SELECT organization_id AS id FROM "user" WHERE id = $1', [owner.userId]);
  const act = { actor: null, onBehalfOf: null, source: 'test', at, activities: [] };
  const own = { level: 'organization', levelId: place?.id ?? '', mayAdjust: true } as const;
  for (const [key, value] of Object.entries({ 'sources.owner': owner.userId, ...settings }))
    await directory(store, ids).putSetting([customerId], customerId, { ...own, key, value }, act);
  const keyId = ids.next();
  await scene.rows("INSERT INTO customer_key (id, customer_id, master_key_id, wrapped, created_at) VALUES ($1, $2, 'test', '\\x00', $3)", [
    keyId,
    customerId,
    at,
  ]);
  await scene.rows(
    "INSERT INTO secret (customer_id, owner_id, kind, key_id, sealed, version, updated_at) VALUES ($1, $2, $3, $4, '\\x00', 1, $5)",
    [customerId, owner.userId, sourcesSecret, keyId, at],
  );
  const settingsOf = { baseUrl: scene.graphUrl, clock, ids, random: () => 0.5, pacer: createPacer(clock), select: () => null };
  const { signal: stop } = new AbortController();
  const access = { mailbox: owner.userId, window: anyTime, accessToken: async () => `reads:${owner.graphId}`, stop };
  return { store, ids, clock, stop, providers: { lookAround: () => ({ settings: settingsOf, access }) } };
}
