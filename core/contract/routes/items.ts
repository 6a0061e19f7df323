import { z } from 'zod';
import { instant, objectKinds, reasonCode } from '../../model/index.ts';
import type { RouteContract } from '../route.ts';
import { userPath } from './users.ts';

const side = z.enum(['outlook', 'salesforce']);

/** "Why?": the newest decision about an item, and what it is linked with. */
export const decisionAnswer = z.object({
  side,
  object: z.string(),
  id: z.string(),
  /** Null where Lockstep never saw the item. */
  decision: z
    .object({
      room: z.string(),
      reason: reasonCode,
      who: z.enum(['user', 'admin', 'provider', 'us']),
      action: z.string(),
      inputs: z.record(z.string(), z.unknown()),
      sessionId: z.uuid().nullable(),
      at: instant,
    })
    .nullable(),
  link: z
    .object({
      ...{ outlookId: z.string().nullable(), salesforceId: z.string().nullable(), state: z.string(), updatedAt: instant },
      /** Opens the record in Salesforce; null where there is none, or its org is not known. */
      recordUrl: z.url().nullable(),
    })
    .nullable(),
  /** A meeting or contact that somebody asked for by hand; `waiting` until a sync has decided about it. */
  saved: z.object({ by: z.string(), at: instant, waiting: z.boolean() }).nullable(),
  /** Whether the caller may Save it (a meeting or contact of the own mailbox that only lacks the mark) and a Save would change anything. */
  maySave: z.boolean(),
});

/** A Contact or Lead of the caller's Salesforce with that address. */
export const personMatch = z.object({
  object: z.enum(['Contact', 'Lead']),
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  account: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Opens the record in Salesforce. */
  url: z.url(),
});

export const itemRoutes = {
  'GET /api/users/{id}/decisions': {
    summary: 'Why an item is as it is: the newest decision about it',
    access: 'decision.read',
    path: userPath,
    query: z.strictObject({ side, object: z.enum(objectKinds), id: z.string().min(1).max(1000) }),
    status: 200,
    answer: decisionAnswer,
    problems: [],
  },
  'POST /api/users/{id}/items/save': {
    summary: 'Save one meeting or contact of my mailbox to Salesforce: the next sync gives it the category that makes it travel',
    access: 'item.save',
    path: userPath,
    body: z.strictObject({ object: z.enum(['event', 'contact']), itemId: z.string().min(1).max(1000) }),
    status: 202,
    answer: decisionAnswer,
    problems: ['not_connected', 'provider_failed', 'item_not_allowed'],
  },
  'GET /api/people': {
    summary: 'Who this address, or the people of this Outlook item, are in my Salesforce',
    access: 'person.read',
    query: z
      .strictObject({
        email: z.email().max(320).optional(),
        /** Id of a message, an event or a contact in Outlook, as the address of Outlook on the web names it. */
        itemId: z.string().min(1).max(1000).optional(),
        /** Whose mailbox and Salesforce; one's own first mailbox where it is left out. */
        userId: z.uuid().optional(),
      })
      .refine((query) => (query.email === undefined) !== (query.itemId === undefined), 'exactly one of email and itemId is needed'),
    status: 200,
    answer: z.object({
      /** Whom `matches` is about: the address asked for, or the item's first person. */
      email: z.string(),
      userId: z.uuid(),
      /** With itemId: everybody on the item but the mailbox itself; and its subject. */
      people: z.array(z.object({ email: z.string(), name: z.string() })).optional(),
      subject: z.string().nullable().optional(),
      /** True for an address of the tenant's own people. */
      internal: z.boolean(),
      matches: z.array(personMatch),
      checkedAt: instant,
    }),
    problems: ['not_connected', 'provider_failed', 'too_many_requests'],
  },
} as const satisfies Record<string, RouteContract>;
