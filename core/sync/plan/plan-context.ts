import type { FieldRule, LeftOut } from '../../mapping/index.ts';
import type { Decision, Facts, Fields, Intent, Link, ObjectKind, Observation, Origin, Reason, Side } from '../../model/index.ts';
import type { AccountChoice } from '../accounts/choose-account.ts';
import type { SyncPolicy } from '../policy.ts';
import type { ConflictNote, ConflictStep } from '../ports/conflict-books.ts';
import type { IssueNote } from '../ports/lane-store.ts';

export interface PlanContext {
  policy: SyncPolicy;
  /** ISO time of the run. */
  now: string;
  /** A fresh id. */
  id(): string;
  rules(object: ObjectKind): readonly FieldRule[];
  /** What a write of these fields to that side would have to leave out, and why. */
  leftOut(object: ObjectKind, side: Side, changed: readonly string[], whole: Fields): readonly LeftOut[];
  /** External id in Salesforce for a record made from this Outlook item. */
  key(object: ObjectKind, remoteId: string, facts: Facts): string;
  /** Whether another mailbox is linked with this record too, which then is not one's own to delete; never asked of meetings. */
  shared?(object: ObjectKind, salesforceId: string): boolean;
  /** The Salesforce user who is to own this link's record, where the calendar of a Team holds the meeting too and only this mailbox lets it go. */
  teamOwner?(link: Link): string | null;
  /** The account of a contact that Salesforce is to get; null where none was looked for. */
  account?(item: Observation): AccountChoice | null;
}

/** What one unit came to. */
export interface UnitPlan {
  /** A new link, or one whose state, ids or bases change now (not by a receipt). */
  links: Link[];
  intents: Intent[];
  decisions: Decision[];
  issues: IssueNote[];
  forget: { side: Side; object: ObjectKind; remoteId: string }[];
  /** For the conflict inbox, and how what stands in it goes on. */
  conflicts: ConflictNote[];
  settles: ConflictStep[];
}

export const emptyPlan = (): UnitPlan => ({ links: [], intents: [], decisions: [], issues: [], forget: [], conflicts: [], settles: [] });

export function decide(
  item: Pick<Observation, 'side' | 'object' | 'remoteId'>,
  reason: Reason,
  action: Decision['action'],
  inputs: Decision['inputs'] = {},
): Decision {
  return { side: item.side, object: item.object, remoteId: item.remoteId, room: 'plan', reason, action, inputs };
}

export function newLink(context: Pick<PlanContext, 'id'>, object: ObjectKind, part: Partial<Link>): Link {
  return {
    id: context.id(),
    object,
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
    ...part,
  };
}

/** Whose edit a write carries, for provenance. */
export const originOf = ({ facts }: Pick<Observation, 'facts'>): Origin => ({ by: facts.modifiedById ?? null, at: facts.modifiedAt });

export function newIntent(
  context: Pick<PlanContext, 'id'>,
  link: Link,
  part: Pick<Intent, 'side' | 'operation'> & Partial<Intent>,
): Intent {
  return {
    id: context.id(),
    linkId: link.id,
    object: link.object,
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
    ...part,
  };
}
