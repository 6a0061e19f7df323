import type { SourceRow } from '../../store/index.ts';
import { presentUser } from '../answers/present-user.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { OwnerRefusal, SourceOwner } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { notFound, reachOrganization, wallOf } from '../reach/index.ts';

type Asking = Pick<Asked<'GET /api/organizations/{id}/sources'>, 'caller' | 'options' | 'now'>;

const refusals: Record<OwnerRefusal, string> = {
  none: 'No owner is named yet: choose the user whose access reads Teams and sites.',
  'not-here': 'The owner must be a user of this organization.',
  'not-connected': 'The owner is not connected to Salesforce yet.',
  'not-signed-in': 'The owner has not signed in at Microsoft to let Lockstep read Teams and sites.',
};

const refuseOwner = (code: OwnerRefusal): HttpProblem => new HttpProblem('owner_not_possible', refusals[code]);

const presentSource = async ({ caller, options, now }: Asking, row: SourceRow) => {
  const lane = row.hasLane ? await options.directory.user(wallOf(caller), row.id) : undefined;
  const { id, kind, name, address, seenAt, owner } = row;
  return { id, kind, name, address, seenAt, owner, lane: lane ? presentUser(lane, now) : null };
};

const presentAll = async (asked: Asking, place: { customerId: string; organizationId: string }) => {
  const rows = await asked.options.sources.list(place);
  const items = [];
  for (const row of rows) items.push(await presentSource(asked, row));
  const owner: SourceOwner | null = await asked.options.sources.owner(place);
  return { owner, items, nextCursor: null };
};

export const sourceHandlers: Pick<
  Handlers,
  'GET /api/organizations/{id}/sources' | 'POST /api/organizations/{id}/sources/look' | 'PATCH /api/organizations/{id}/sources/{source}'
> = {
  'GET /api/organizations/{id}/sources': async (asked) => {
    const { id, customerId } = await reachOrganization(asked, asked.path.id, 'organization.read');
    return presentAll(asked, { customerId, organizationId: id });
  },

  'POST /api/organizations/{id}/sources/look': async (asked) => {
    const { id, customerId } = await reachOrganization(asked, asked.path.id, 'organization.update');
    const place = { customerId, organizationId: id };
    const looked = await asked.options.sources.look(place);
    if (!looked.ok) throw looked.code === 'provider_failed' ? new HttpProblem('provider_failed') : refuseOwner(looked.code);
    return presentAll(asked, place);
  },

  'PATCH /api/organizations/{id}/sources/{source}': async (asked) => {
    const { path, body, options, caller } = asked;
    const { id, customerId } = await reachOrganization(asked, path.id, 'organization.update');
    const place = { customerId, organizationId: id };
    const row = await options.sources.one(place, path.source);
    if (!row) throw notFound('Team or site');
    const ownerId = body.ownerId ?? row.owner?.userId ?? (await options.sources.owner(place))?.userId;
    if (body.ownerId !== undefined || body.enabled === true) {
      const refusal = ownerId === undefined ? 'none' : await options.sources.mayOwn(place, ownerId);
      if (refusal !== null || ownerId === undefined) throw refuseOwner(refusal ?? 'none');
      await options.sources.assign(place, row.id, ownerId, asked.act(customerId));
    }
    const lane = body.enabled === undefined ? undefined : await options.directory.user(wallOf(caller), row.id);
    if (lane && body.enabled !== undefined && lane.synchronizationEnabled !== body.enabled) {
      const act = asked.act(customerId, body.enabled ? 'synchronization-enabled' : 'synchronization-disabled');
      await options.directory.setSynchronization(wallOf(caller), row.id, body.enabled, act);
    }
    return presentSource(asked, (await options.sources.one(place, row.id)) ?? row);
  },
};
