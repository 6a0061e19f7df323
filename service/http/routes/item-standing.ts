import type { z } from 'zod';
import { may } from '../../../core/access/index.ts';
import type { decisionAnswer } from '../../../core/contract/index.ts';
import { type ObjectKind, reasonInfo, type Side } from '../../../core/model/index.ts';
import { knownReason } from '../answers/present-session.ts';
import type { ApiOptions } from '../api-options.ts';
import type { Caller, DecisionRow, UserRow } from '../ports/index.ts';
import { placeOfUser, wallOf } from '../reach/index.ts';

type Item = { side: Side; object: ObjectKind; remoteId: string };
type Saved = { by: string; at: string; takenAt: string | null };

/** What stands in the way of an item that a Save would take: the mark that it lacks, or lost. */
const unmarked = new Set(['not-triggered', 'out-of-scope']);

/** How an item stands with Salesforce by the books alone: neither the mailbox nor Salesforce is asked. */
export async function itemStanding(
  { caller, options }: { caller: Caller; options: Pick<ApiOptions, 'ledger'> },
  user: UserRow,
  item: Item,
): Promise<z.input<typeof decisionAnswer>> {
  const wall = wallOf(caller);
  const { ledger } = options;
  const [decision, link, address, asked] = await Promise.all([
    ledger.decision(wall, user.id, item),
    ledger.linkOf(wall, user.id, item),
    ledger.salesforceAddress(wall, user.id),
    item.side === 'outlook' ? ledger.savedBy(wall, user.id, item) : undefined,
  ]);
  const isThere = link?.state === 'linked';
  const waiting = asked !== undefined && !isThere && isUndecided(asked, decision);
  const savable = item.side === 'outlook' && (item.object === 'event' || item.object === 'contact') && user.kind === 'mailbox';
  const wouldHelp = decision === undefined ? link === undefined : unmarked.has(decision.reason);
  return {
    side: item.side,
    object: item.object,
    id: item.remoteId,
    decision: decision
      ? {
          ...decision,
          reason: knownReason(decision.reason),
          who: reasonInfo(knownReason(decision.reason)).who,
          inputs: { ...decision.inputs },
        }
      : null,
    link: link ? { ...link, recordUrl: address !== null && link.salesforceId !== null ? `${address}/${link.salesforceId}` : null } : null,
    saved: asked ? { by: asked.by, at: asked.at, waiting } : null,
    maySave: savable && !isThere && !waiting && wouldHelp && may(caller.grants, 'item.save', placeOfUser(user)) === 'yes',
  };
}

/** Not taken up yet, or marked and not read with its mark yet. */
const isUndecided = ({ takenAt }: Saved, decision: DecisionRow | undefined): boolean =>
  takenAt === null || decision === undefined || (decision.at < takenAt && unmarked.has(decision.reason));
