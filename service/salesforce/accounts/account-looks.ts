import type { AccountRecord } from '../../../core/sync/index.ts';

/** What one user may see is no other's business: answers are kept for a user of an org. */
interface Person {
  orgId: string;
  userId: string;
}

export type AccountSign = 'name' | 'domain';

/** Which accounts have a name or a website, also that none has: asked once a day, so that a new contact of a known company costs no further request. */
export interface AccountLooks {
  /** Undefined: not asked within a day. */
  of(access: Person, sign: AccountSign, value: string, now: number): readonly AccountRecord[] | undefined;
  keep(access: Person, sign: AccountSign, value: string, found: readonly AccountRecord[], now: number): void;
  /** All accounts that this user sees, where they were one page a moment ago: a first sync asks again with its next contacts. */
  all(access: Person, now: number): SeenAccounts | undefined;
  keepAll(access: Person, accounts: SeenAccounts, now: number): void;
  /** Whether this user's accounts are more than one page, or his look at all of them was refused: then each is asked for by itself. */
  areMany(access: Person, now: number): boolean;
  keepMany(access: Person, now: number): void;
  /** Salesforce refused one of these accounts: what is known of this user's is asked anew. */
  forget(access: Person): void;
}

/** By name or host of the website, in lower case. */
export type SeenAccounts = Readonly<Record<AccountSign, ReadonlyMap<string, readonly AccountRecord[]>>>;

const keptFor = 24 * 3_600_000;
/** Answers of one user; an import has no more companies, and a process no more users, than memory can hold of this. */
const most = 20_000;

/** An account that is made today is to be found by the next contact of its company. */
const wholeFor = 10 * 60_000;
/** Up to a page of accounts each: those of the users whose first syncs run now. */
const mostWhole = 4;

type Answers = Map<string, { at: number; found: readonly AccountRecord[] }>;

export function createAccountLooks(): AccountLooks {
  const known = new Map<string, Answers>();
  const many = new Map<string, number>();
  const whole = new Map<string, { at: number; accounts: SeenAccounts }>();
  const ofUser = ({ orgId, userId }: Person): string => `${orgId} ${userId}`;
  const keyOf = (sign: AccountSign, value: string): string => `${sign} ${value.toLowerCase()}`;
  return {
    of(access, sign, value, now) {
      const answer = known.get(ofUser(access))?.get(keyOf(sign, value));
      return answer && now - answer.at < keptFor ? answer.found : undefined;
    },
    keep(access, sign, value, found, now) {
      const answers: Answers = known.get(ofUser(access)) ?? new Map();
      if (answers.size >= most) answers.clear();
      answers.set(keyOf(sign, value), { at: now, found });
      known.set(ofUser(access), answers);
    },
    all(access, now) {
      const seen = whole.get(ofUser(access));
      return seen && now - seen.at < wholeFor ? seen.accounts : undefined;
    },
    keepAll(access, accounts, now) {
      whole.delete(ofUser(access));
      whole.set(ofUser(access), { at: now, accounts });
      for (const user of [...whole.keys()].slice(0, -mostWhole)) whole.delete(user);
    },
    areMany: (access, now) => now - (many.get(ofUser(access)) ?? Number.NEGATIVE_INFINITY) < keptFor,
    keepMany: (access, now) => void many.set(ofUser(access), now),
    forget(access) {
      known.delete(ofUser(access));
      whole.delete(ofUser(access));
    },
  };
}
