import type { ObjectKind } from '../../core/model/index.ts';
import { judgeVisibility } from '../../core/sync/index.ts';
import type { EngineDesk } from '../http/index.ts';
import type { Explanation } from '../lanes/explain-item.ts';
import { readSharing } from '../salesforce/index.ts';
import { anyTime, type Providers, type Reach } from './provider-desk.ts';

type Seen = Extract<Awaited<ReturnType<EngineDesk['visibility']>>, { ok: true }>['item'];

const patience = 60_000;

/** Who could see an item, by the sharing of the user's own org. Of what stays in Outlook Salesforce is not even asked. */
export async function readVisibility(
  providers: Pick<Providers, 'salesforce'>,
  reach: Reach,
  object: ObjectKind,
  explained: Explanation,
): Promise<Seen> {
  const { remoteId, title, link, verdict } = explained;
  const recordId = link?.state === 'ended' ? null : (link?.salesforceId ?? null);
  const saved = recordId !== null;
  const isPrivate = explained.isPrivate || verdict.reason === 'private';
  const known = { object, isPrivate, saved };
  if (isPrivate && !saved) {
    const nothing = { defaults: {}, rolesAbove: null, parents: [], recordPrivate: false };
    return { remoteId, title, saved, ...judgeVisibility({ ...known, ...nothing }) };
  }
  const { settings, access } = await providers.salesforce(reach, anyTime, AbortSignal.timeout(patience));
  return { remoteId, title, saved, ...judgeVisibility({ ...known, ...(await readSharing(settings, access, { object, recordId })) }) };
}
