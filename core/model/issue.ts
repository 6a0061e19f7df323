import { z } from 'zod';
import { instant, issueId, userId } from './ids.ts';
import { reasonCode } from './reason-code.ts';

/** What a person may say to an issue. `allow` and `refuse` answer a held write; `retry` tries the item again; `ignore` leaves it be. */
export const issueAnswer = z.enum(['allow', 'refuse', 'retry', 'ignore']);
export type IssueAnswer = z.infer<typeof issueAnswer>;

/** What an issue may be answered with: `choose` and `create-new` say which of several candidates is the same thing, or none of them. */
export const issueOffer = z.enum([...issueAnswer.options, 'choose', 'create-new']);
export type IssueOffer = z.infer<typeof issueOffer>;

/** Numbers, addresses and the provider's words that the page needs; never a body. */
export const issueDetail = z.looseObject({
  /** Subject or name of the item. */
  title: z.string().optional(),
  /** Delete brake: how many of how many. */
  proposed: z.int().optional(),
  links: z.int().optional(),
  /** Invitation guard: who would be mailed. */
  recipients: z.array(z.string()).optional(),
  /** The provider's own words, its code, and the field it is about. */
  message: z.string().optional(),
  code: z.string().optional(),
  field: z.string().nullable().optional(),
  /** Duplicate candidates: their ids. */
  candidates: z.array(z.string()).optional(),
  /** A record that somebody else must see to: its Salesforce id, whose mailbox brought it, and when the meeting is. */
  record: z.string().nullable().optional(),
  owner: z.string().optional(),
  start: z.string().nullable().optional(),
});
export type IssueDetail = z.infer<typeof issueDetail>;

export const issue = z
  .object({
    id: issueId,
    userId,
    sessionId: z.uuid().nullable(),
    object: z.string().nullable(),
    side: z.enum(['outlook', 'salesforce']).nullable(),
    remoteId: z.string().nullable(),
    reason: reasonCode,
    /** Who can mend it. */
    who: z.enum(['user', 'admin', 'provider', 'us']),
    detail: issueDetail,
    state: z.enum(['open', 'answered', 'resolved']),
    /** What may be answered now; empty when nothing is asked. */
    answers: z.array(issueOffer),
    /** True where values and words are left out: the item is private now, and whose mailbox it is alone may read them. */
    withheld: z.boolean().optional(),
    firstSeenAt: instant,
    lastSeenAt: instant,
    resolvedAt: instant.nullable(),
  })
  .meta({ id: 'Issue' });
export type Issue = z.infer<typeof issue>;
