/** What one user may see is no other's business: known by user and org. */
interface Person {
  orgId: string;
  userId: string;
}
type Sight = 'none' | 'many';

/** Which users may see no leads (an edition without them, no right to them), and which see more than a page: known for a day. */
export interface LeadSights {
  is(access: Person, sight: Sight, now: number): boolean;
  keep(access: Person, sight: Sight, now: number): void;
}

const keptFor = 24 * 3_600_000;

export function createLeadSights(): LeadSights {
  const known = new Map<string, number>();
  const keyOf = ({ orgId, userId }: Person, sight: Sight): string => `${sight} ${orgId} ${userId}`;
  return {
    is: (access, sight, now) => now - (known.get(keyOf(access, sight)) ?? Number.NEGATIVE_INFINITY) < keptFor,
    keep: (access, sight, now) => void known.set(keyOf(access, sight), now),
  };
}
