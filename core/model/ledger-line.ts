import { z } from 'zod';
import { fieldValue } from './field-value.ts';
import { instant } from './ids.ts';
import { guestResponses, objectKinds, sides } from './item.ts';
import { reasonCode } from './reason-code.ts';

const object = z.enum(objectKinds);
const remoteId = z.string().min(1).max(1000);
const base = z.record(z.string().max(120), fieldValue).nullable();
const guest = z.strictObject({
  address: z.string().min(1).max(320),
  response: z.enum(guestResponses),
  organizer: z.literal(true).optional(),
});
const guestList = z.array(guest).max(500).nullable();

/** Whose ledger it is: first, so that nothing of one mailbox gets into another. */
const mailboxLine = z.strictObject({
  kind: z.literal('mailbox'),
  version: z.literal(1),
  exportedAt: instant,
  tenantId: z.string().max(200),
  /** A site has its web address. */
  mailboxAddress: z.union([z.email(), z.url()]),
  salesforceOrgId: z.string().max(18).nullable(),
  salesforceUserId: z.string().max(18).nullable(),
});

/** What ties an item to a record, with what each side held at the last agreement and the versions of then (Link). */
const linkLine = z.strictObject({
  kind: z.literal('link'),
  object,
  outlookId: remoteId.nullable(),
  salesforceId: remoteId.nullable(),
  key: z.string().max(64).nullable(),
  state: z.enum(['pending', 'linked', 'paused', 'ended']),
  madeByUs: z.enum(sides).nullable(),
  baseOutlook: base,
  baseSalesforce: base,
  outlookVersion: z.string().max(500).nullable(),
  salesforceVersion: z.string().max(500).nullable(),
  /** What must stand in Salesforce because the meeting is private now, and does not yet. */
  redaction: base.optional(),
  /** Of an ended link: the series that its meeting was of. */
  seriesId: remoteId.nullable().optional(),
  /** Of a meeting: who is to stand in Salesforce's list of invitees, and whom Lockstep has put there; nobody else is ever taken off it. */
  guests: guestList.optional(),
  guestsDone: guestList.optional(),
});

/** Why an item stands as it stands: the newest decision. */
const decisionLine = z.strictObject({
  kind: z.literal('decision'),
  side: z.enum(sides),
  object,
  id: remoteId,
  room: z.string().max(40),
  reason: reasonCode,
  action: z.string().max(40),
  inputs: z.record(z.string(), z.unknown()),
  at: instant,
});

/** One line of the open ledger: all that Lockstep knows of a mailbox's pairs, as JSON Lines, for another installation to go on from. */
export const ledgerLine = z.discriminatedUnion('kind', [mailboxLine, linkLine, decisionLine]);
export type LedgerLine = z.infer<typeof ledgerLine>;
export type LinkLine = z.infer<typeof linkLine>;
export type DecisionLine = z.infer<typeof decisionLine>;
