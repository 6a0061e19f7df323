import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { check, sql } from '../drizzle.ts';

/** A column that takes one of a closed list of words. Text with CHECK, not an enum: enum operators are not leakproof and use no index under row-level security. */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`);

/** The closed lists of words that the tables hold. */
export const words = {
  side: ['outlook', 'salesforce'],
  object: ['contact', 'event', 'task', 'email'],
  operation: ['create', 'update', 'delete'],
  mailboxAccess: ['graph-delegated', 'graph-app-only', 'ews-direct', 'ews-impersonated'],
  userKind: ['mailbox', 'team', 'site'],
  sourceKind: ['team', 'site'],
  role: ['platform-admin', 'partner', 'customer-admin', 'organization-user', 'user'],
  scope: ['platform', 'distributor', 'partner', 'customer', 'organization', 'self'],
  settingLevel: ['plan', 'customer', 'organization', 'group', 'user'],
  phase: ['baseline', 'incremental'],
  linkState: ['pending', 'linked', 'paused', 'ended'],
  intentState: ['proposed', 'pending', 'sending', 'done', 'failed', 'held', 'dropped'],
  sessionState: ['queued', 'running', 'succeeded', 'partly', 'held', 'failed'],
  trigger: ['schedule', 'force', 'first', 'retry', 'notification', 'undo'],
  issueState: ['open', 'answered', 'resolved'],
  jobState: ['queued', 'running', 'done', 'failed', 'cancelled'],
  jobOutcome: ['planned', 'done', 'held', 'refused', 'failed'],
  direction: ['up', 'down'],
} as const;
