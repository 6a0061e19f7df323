import { z } from 'zod';
import { instant, reasonCode } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';
import { userPath } from './users.ts';

const itemId = z.string().min(1).max(1000);

/** How one mail of the mailbox stands with Salesforce. */
export const mailState = z
  .object({
    /** The mail's lasting id, which may be another than the one asked with. */
    id: z.string(),
    subject: z.string().nullable(),
    /** `waiting`: asked for, and the next sync takes it. `failed`: it was tried, and an issue says why not. */
    state: z.enum(['saved', 'waiting', 'failed', 'not-saved']),
    /** Why it is not in Salesforce; null where it is or where nothing bars it. */
    reason: reasonCode.nullable(),
    /** Whether a Save would be taken. */
    maySave: z.boolean(),
    /** Who asked for it by hand, or whose mailbox it was saved from; null where a rule took it. */
    savedBy: z.string().nullable(),
    at: instant.nullable(),
    /** Opens the record in Salesforce. */
    url: z.url().nullable(),
  })
  .meta({ id: 'MailState' });

export const mailRoutes = {
  'GET /api/users/{id}/mail': {
    summary: 'Whether one mail of my mailbox is in Salesforce, who saved it and when, or why it is not',
    access: 'mail.read',
    path: userPath,
    query: z.strictObject({ itemId }),
    status: 200,
    answer: mailState,
    problems: ['not_connected', 'provider_failed'],
  },
  'POST /api/users/{id}/mail/save': {
    summary: 'Save one mail of my mailbox to Salesforce: the next sync takes it, whatever the rules say of it otherwise',
    access: 'mail.save',
    path: userPath,
    body: z.strictObject({ itemId }),
    status: 202,
    answer: mailState,
    problems: ['not_connected', 'provider_failed', 'mail_not_allowed'],
  },
} as const satisfies Record<string, RouteContract>;
