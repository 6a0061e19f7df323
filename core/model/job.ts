import { z } from 'zod';
import { fieldValue } from './field-value.ts';
import { instant } from './ids.ts';
import { reasonCode } from './reason-code.ts';
import { direction } from './session.ts';

export const jobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof jobState>;

/** Work that takes longer than a request, with a result per row. A kind is a handler in service/composition/job-handlers.ts. */
export const job = z
  .object({
    id: z.uuid(),
    /** One of the kinds; a newer service may know more. */
    kind: z.string(),
    state: jobState,
    userId: z.uuid().nullable(),
    organizationId: z.uuid().nullable(),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    /** What came out so far, by name: {"contact.up.create": 3}. */
    counts: z.record(z.string(), z.int()),
    /** Why it failed, or what it waits for. */
    reason: reasonCode.nullable(),
    /** The provider's own words, where it failed; never a token or a body. */
    message: z.string().nullable(),
    /** What it was asked for: ids and switches. */
    parameters: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof job>;

/** One field of an item as it is (or was) and as it will be (or is now). */
export const fieldChange = z.object({
  field: z.string(),
  before: fieldValue,
  after: fieldValue,
  /** Of a value that is an id: what its record is called. */
  name: z.string().optional(),
});
export type FieldChange = z.infer<typeof fieldChange>;

export const jobRow = z
  .object({
    position: z.int(),
    userId: z.uuid().nullable(),
    object: z.string().nullable(),
    /** The side of the item that the row is about: of a write the one that is written to. */
    side: z.enum(['outlook', 'salesforce']).nullable(),
    direction: direction.nullable(),
    remoteId: z.string().nullable(),
    /** What is done to it: create, update, delete, restore, link, unlink, skip, hold. */
    action: z.string(),
    /** `planned` before it is done, then how it went. */
    outcome: z.enum(['planned', 'done', 'held', 'refused', 'failed']),
    reason: reasonCode.nullable(),
    /** Who can change it, where there is a reason. */
    who: z.enum(['user', 'admin', 'provider', 'us']).nullable(),
    /** Subject or name of the item. */
    title: z.string().nullable(),
    fields: z.array(fieldChange),
    /** Who would be mailed. */
    recipients: z.array(z.string()),
    detail: z.record(z.string(), z.unknown()),
    /** True where values and words are left out: the item is private now, and whose mailbox it is alone may read them. */
    withheld: z.boolean().optional(),
  })
  .meta({ id: 'JobRow' });
export type JobRow = z.infer<typeof jobRow>;
