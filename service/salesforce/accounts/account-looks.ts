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
  /** Whether this user's accounts are more than one page, or his look at all of them was refused: then each is asked for by itself. */
  areMany(access: Person, now: number): boolean;
  keepMany(access: Person, now: number): void;
  /** Salesforce refused one of these accounts: what is known of this user's is asked anew. */
  forget(access: Person): void;
}

const keptFor = 24 * 3_600_000;
/** Answers of one user; an import has no more companies, and a process no more users, than memory can hold of this. */
const most = 20_000;

type Answers = Map<string, { at: number; found: readonly AccountRecord[] }>;

export function createAccountLooks(): AccountLooks {
  const known = new Map<string, Answers>();
  const many = new Map<string, number>();
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
    areMany: (access, now) => now - (many.get(ofUser(access)) ?? Number.NEGATIVE_INFINITY) < keptFor,
    keepMany: (access, now) => void many.set(ofUser(access), now),
    forget(access) {
      known.delete(ofUser(access));
    },
  };
}
