import { type SyncError, SyncFailure } from '../../core/model/index.ts';
import {
  type BudgetPurpose,
  type BudgetShares,
  type BudgetVerdict,
  isTight,
  mayAsk,
  type SalesforceUsage,
} from '../../core/status/index.ts';
import type { Clock } from '../../core/sync/index.ts';
import type { OrgShares } from '../store/index.ts';

/** What the org told, and when (ISO 8601). */
export interface KnownUsage extends SalesforceUsage {
  at: string;
}

interface Asking {
  customerId: string;
  orgId: string;
  userId: string;
  purpose: BudgetPurpose;
}

/** What this process knows of the budgets of all Salesforce orgs; the other processes' knowledge comes with each claimed lane. */
export interface BudgetBook {
  note(usage: { customerId: string; orgId: string; used: number; max: number }): void;
  /** Throws SyncFailure where nothing is left for this purpose. */
  guard(asking: Asking, known: KnownUsage | null): () => Promise<void>;
}

/** Requests leave the 24 hours all the time: what was told longer ago is no reason any more, the next answer has to tell. */
const goodFor = 15 * 60_000;
const sharesGoodFor = 60_000;
const notedEvery = 60_000;
/** The first step of the ladder on which an org is parked, and how long a mailbox waits for its share. */
const patience = { org: 30 * 60_000, mailbox: 60 * 60_000 };

const words: Record<Extract<BudgetVerdict, { go: false }>['why'], string> = {
  'schedules-spent': 'Lockstep leaves the last fifth of the daily requests of this Salesforce org to people and other software.',
  'people-spent': 'The daily requests of this Salesforce org are used up.',
  'share-spent': 'This mailbox has used its part of the daily requests of this Salesforce org.',
};

export function createBudgetBook(parts: {
  clock: Clock;
  shares(customerId: string, orgId: string, now: number): Promise<OrgShares>;
  note(usage: { customerId: string; orgId: string; used: number; max: number; now: number }): void;
}): BudgetBook {
  const { clock } = parts;
  const told = new Map<string, SalesforceUsage & { at: number }>();
  const noted = new Map<string, number>();
  const shares = new Map<string, { at: number; read: Promise<OrgShares> }>();

  const sharesOf = async ({ customerId, orgId, userId }: Asking): Promise<BudgetShares> => {
    const key = `${customerId} ${orgId}`;
    let entry = shares.get(key);
    if (!entry || clock.now() - entry.at > sharesGoodFor) {
      entry = { at: clock.now(), read: parts.shares(customerId, orgId, clock.now()) };
      // What could not be read is asked for again by the next one.
      entry.read.catch(() => shares.delete(key));
      shares.set(key, entry);
    }
    const { byUser, ours, mailboxes } = await entry.read;
    return { own: byUser.get(userId) ?? 0, ours, mailboxes };
  };

  const present = (orgId: string): SalesforceUsage | null => {
    const usage = told.get(orgId);
    return usage && clock.now() - usage.at <= goodFor ? usage : null;
  };

  return {
    note(usage) {
      const now = clock.now();
      told.set(usage.orgId, { used: usage.used, max: usage.max, at: now });
      const key = `${usage.customerId} ${usage.orgId}`;
      if (now - (noted.get(key) ?? 0) < notedEvery) return;
      noted.set(key, now);
      parts.note({ ...usage, now });
    },
    guard(asking, known) {
      const { orgId, purpose } = asking;
      const at = known ? Date.parse(known.at) : 0;
      if (known && at > (told.get(orgId)?.at ?? 0)) told.set(orgId, { used: known.used, max: known.max, at });
      return async () => {
        const usage = present(orgId);
        const tight = usage !== null && purpose === 'schedule' && isTight(usage);
        const verdict = mayAsk(purpose, usage, tight ? await sharesOf(asking) : null);
        if (!verdict.go) throw new SyncFailure(refusal(verdict.why, clock.now()));
      };
    },
  };
}

function refusal(why: keyof typeof words, now: number): SyncError {
  const scope = why === 'share-spent' ? 'mailbox' : 'salesforce-org';
  const at = new Date(now + (scope === 'mailbox' ? patience.mailbox : patience.org)).toISOString();
  return { kind: 'retry-at', at, scope, code: why, message: words[why] };
}
