import type { ObjectKind } from '../../core/model/index.ts';
import { chooseAccount, judgeVisibility } from '../../core/sync/index.ts';
import type { EngineDesk } from '../http/index.ts';
import type { Explanation } from '../lanes/explain-item.ts';
import { openSalesforce, readSharing } from '../salesforce/index.ts';
import { anyTime, type Providers, type Reach } from './provider-desk.ts';

type Seen = Extract<Awaited<ReturnType<EngineDesk['visibility']>>, { ok: true }>['item'];

type Salesforce = Awaited<ReturnType<Providers['salesforce']>>;

/** The account that a contact which is not there yet would get. */
async function parentsOf({ settings, access }: Salesforce, signs: Explanation['signs']) {
  if (!signs) return [];
  const { name, domain } = signs;
  const wish = { names: name === null ? [] : [name], domains: domain === null ? [] : [domain] };
  const found = await openSalesforce(settings, access).accounts?.(wish);
  const account = found && chooseAccount(signs, found).account;
  return account ? [{ object: 'Account', name: account.name }] : [];
}

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
  const salesforce = await providers.salesforce(reach, anyTime, AbortSignal.timeout(patience));
  const parents = await parentsOf(salesforce, explained.signs);
  const sharing = await readSharing(salesforce.settings, salesforce.access, { object, recordId, parents });
  return { remoteId, title, saved, ...judgeVisibility({ ...known, ...sharing }) };
}
