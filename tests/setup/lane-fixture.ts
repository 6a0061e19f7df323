import type { Intent, Link, ObjectKind, Observation, Side } from '../../core/model/index.ts';
import type { ClaimedLane } from '../../core/sync/index.ts';
import { type Store, uuidV7 } from '../../service/store/index.ts';
import { seedCustomer } from './seed-customer.ts';

export const ids = uuidV7(() => Date.UTC(2026, 0, 5));
export const at = '2026-01-05T08:00:00.000Z';

/** A claimed lane of a fresh mailbox of a fresh customer. */
export async function claimedLane(store: Store): Promise<ClaimedLane> {
  const { customerId, userId } = await seedCustomer(store);
  await store.asSystem(({ execute }) => execute('UPDATE lane SET epoch = 1 WHERE user_id = $1', [userId]));
  return { customerId, userId, sessionId: ids.next(), epoch: 1 };
}

export function seen(side: Side, remoteId: string, given: Partial<Observation> = {}): Observation {
  return {
    side,
    object: 'contact',
    remoteId,
    version: `v-${remoteId}`,
    fields: { givenName: 'Ada', surname: remoteId, email: `${remoteId}@example.com` },
    facts: { modifiedAt: at, keys: [`email:${remoteId}@example.com`] },
    removed: false,
    confirmed: false,
    problem: null,
    ...given,
  };
}

export function linkOf(given: Partial<Link> & { object?: ObjectKind } = {}): Link {
  return {
    id: ids.next(),
    object: 'contact',
    outlookId: null,
    salesforceId: null,
    key: null,
    baseOutlook: null,
    baseSalesforce: null,
    outlookVersion: null,
    salesforceVersion: null,
    state: 'pending',
    madeByUs: null,
    writes: [],
    ...given,
  };
}

export function intentOf(link: Link, given: Partial<Intent> = {}): Intent {
  return {
    id: ids.next(),
    linkId: link.id,
    side: 'salesforce',
    object: link.object,
    operation: 'create',
    remoteId: null,
    key: null,
    expectedVersion: null,
    fields: null,
    whole: null,
    before: null,
    recipients: [],
    state: 'proposed',
    attempts: 0,
    error: null,
    ...given,
  };
}
