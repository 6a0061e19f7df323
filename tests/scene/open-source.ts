import { openTeam } from '../../service/graph/groups/index.ts';
import type { GraphSettings } from '../../service/graph/index.ts';
import { openSite } from '../../service/graph/sites/index.ts';
import type { LaneSource } from '../../service/lanes/ports.ts';
import { type SourceRow, sources, uuidV7 } from '../../service/store/index.ts';
import type { Scene, ScenePerson } from './open-scene.ts';
import type { SceneWorld } from './scene-world.ts';

/** The Outlook side of a Team or a site, read by its owner. */
export function openSource(settings: GraphSettings, world: Pick<SceneWorld, 'people'>, source: LaneSource, stop: AbortSignal) {
  const owner = world.people.find(({ address }) => address === source.owner?.email);
  const access = {
    mailbox: source.remoteId,
    window: { start: '', end: '' },
    accessToken: async () => `reads:${owner?.graphId}`,
    stop,
  };
  return source.kind === 'team' ? openTeam(settings, access) : openSite(settings, access, source.owner?.zone ?? 'UTC');
}

/** A Team or site of the scene's tenant, found and switched on as the API does it; answers it as somebody whose lane `scene.sync` runs. */
export async function addSource(
  scene: Scene,
  found: Pick<SourceRow, 'kind' | 'remoteId' | 'name' | 'address'>,
  owner: ScenePerson,
): Promise<ScenePerson> {
  const books = sources(
    scene.store,
    uuidV7(() => scene.desk.clock.now()),
  );
  const at = new Date(scene.desk.clock.now()).toISOString();
  const [id = ''] = await books.saveFound(scene.customerId, [found], at);
  await ownSource(scene, id, owner);
  return { ...owner, userId: id };
}

export async function ownSource(scene: Scene, id: string, owner: ScenePerson): Promise<void> {
  const books = sources(
    scene.store,
    uuidV7(() => scene.desk.clock.now()),
  );
  const at = new Date(scene.desk.clock.now()).toISOString();
  const [place] = await scene.rows<{ organization: string }>('SELECT organization_id AS organization FROM "user" WHERE id = $1', [
    owner.userId,
  ]);
  const act = { actor: null, onBehalfOf: null, source: 'test', at, activities: [] };
  await books.assign(scene.customerId, id, { organizationId: place!.organization, ownerId: owner.userId }, act);
  await scene.rows('UPDATE "user" SET synchronization_enabled = true WHERE id = $1', [id]);
}
