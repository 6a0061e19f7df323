import { z } from 'zod';

/**
 * Identifiers are UUIDs of our own making. Branded on the way out, so that a customer's id cannot be handed in where a user's is
 * wanted; plain strings on the way in.
 */
export const customerId = z.uuid().brand<'CustomerId'>();
export const organizationId = z.uuid().brand<'OrganizationId'>();
export const planId = z.uuid().brand<'PlanId'>();
export const userId = z.uuid().brand<'UserId'>();
export const accountId = z.uuid().brand<'AccountId'>();
export const sessionId = z.uuid().brand<'SessionId'>();
export const issueId = z.uuid().brand<'IssueId'>();

export type CustomerId = z.infer<typeof customerId>;
export type OrganizationId = z.infer<typeof organizationId>;
export type PlanId = z.infer<typeof planId>;
export type UserId = z.infer<typeof userId>;
export type AccountId = z.infer<typeof accountId>;
export type SessionId = z.infer<typeof sessionId>;
export type IssueId = z.infer<typeof issueId>;

/** ISO 8601 in UTC, as all times on the wire. */
export const instant = z.iso.datetime();
