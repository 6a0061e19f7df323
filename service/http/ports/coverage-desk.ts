import type { CoverageWeek } from '../../../core/sync/index.ts';

/** How much of what has people from outside reached Salesforce (F08). Newest week first. */
export interface CoverageDesk {
  of(
    customerId: string,
    of: { userId: string | null; organizationId: string | null },
    weeks: number,
  ): Promise<{ userId: string; email: string; weeks: CoverageWeek[] }[]>;
}
