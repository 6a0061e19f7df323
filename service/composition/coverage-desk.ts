import { computeCoverage } from '../../core/sync/index.ts';
import type { CoverageDesk } from '../http/index.ts';
import { policyOf } from '../lanes/policy-of.ts';
import type { CoverageBooks, RehearsalBooks } from '../store/index.ts';

const week = 7 * 24 * 3_600_000;

/** Coverage of mailboxes from what the books hold; the customer's own people are those of its mailboxes and of the domains it names. */
export function createCoverageDesk(parts: { books: CoverageBooks; facts: RehearsalBooks['facts']; now(): number }): CoverageDesk {
  return {
    async of(customerId, of, weeks) {
      const now = parts.now();
      const range = { from: new Date(now - weeks * week).toISOString(), until: new Date(now).toISOString() };
      const mailboxes = await parts.books.read(customerId, of, range);
      return Promise.all(
        mailboxes.map(async ({ id, email, zone, items }) => {
          const facts = await parts.facts(customerId, id);
          return { userId: id, email, weeks: computeCoverage(items, policyOf(facts, now).mail.internal, zone) };
        }),
      );
    },
  };
}
