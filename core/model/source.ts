import { z } from 'zod';

/** What else than a person's mailbox can be kept in step: the calendar of a Team's Microsoft 365 group, the event lists of a SharePoint site. */
export const sourceKind = z.enum(['team', 'site']);
export type SourceKind = z.infer<typeof sourceKind>;

/** A person's mailbox, or the lane of one of these. */
export const userKind = z.enum(['mailbox', ...sourceKind.options]);
export type UserKind = z.infer<typeof userKind>;
