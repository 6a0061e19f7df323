import { objectMaps } from '../../core/mapping/index.ts';
import { type ObjectKind, type Observation, SyncFailure } from '../../core/model/index.ts';
import { type Hash, type SyncPolicy, translate } from '../../core/sync/index.ts';
import { policyOf } from '../lanes/policy-of.ts';
import type { LaneFacts } from '../lanes/ports.ts';
import { failedReading, type ReadingRefusal } from './failed-reading.ts';
import type { Providers, Reach } from './provider-desk.ts';

export interface LookParts {
  providers: Providers;
  facts(mailbox: Mailbox): Promise<LaneFacts>;
  hash: Hash;
  now(): number;
}

type Mailbox = { customerId: string; userId: string };
export interface LookedAt {
  item: Observation;
  key: string;
  policy: SyncPolicy;
  facts: LaneFacts;
}

const patience = 60_000;

/** One item of the mailbox, read by its id with the mailbox's own access, as the rules of today see it. Nothing of it is kept. */
export async function lookAtItem(
  parts: LookParts,
  mailbox: Mailbox,
  { object, remoteId }: { object: ObjectKind; remoteId: string },
): Promise<LookedAt | ReadingRefusal> {
  try {
    const facts = await parts.facts(mailbox);
    const reach: Reach = { ...facts.user, userId: facts.user.id, customerId: facts.customer.id, tenantId: facts.customer.tenantId };
    const outlook = parts.providers.openOutlook(reach, AbortSignal.timeout(patience));
    const [look] = await outlook.get([{ object, remoteId }]);
    if (look?.error) throw new SyncFailure(look.error);
    if (!look?.item?.raw) return { ok: false, code: 'not_found' };
    const context = mapContext(facts, parts.hash);
    const item = translate({ maps: objectMaps, mapContext: context }, 'outlook', object, look.item);
    const key = objectMaps[object].key(item.remoteId, item.facts, context);
    return { item, key, policy: policyOf(facts, parts.now()), facts };
  } catch (error) {
    return failedReading(error);
  }
}

function mapContext({ customer, user }: LaneFacts, hash: Hash) {
  const mailboxId = user.graphUserId ?? user.mailboxAddress;
  const { addresses, zone } = user;
  return { tenantId: customer.tenantId, mailboxId, addresses, salesforceUserId: user.salesforceUserId ?? '', zone, hash };
}
