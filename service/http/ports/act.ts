import type { ActivityType } from '../../../core/model/index.ts';

/** Who changes something, for audit and activity. Written in the transaction of the change. */
export interface Act {
  actor: { accountId: string; email: string };
  /** The customer for whom a partner or the operator acts; null where one acts in one's own house. */
  onBehalfOf: string | null;
  /** "api", or the surface: "sidepanel/0.1.0". */
  source: string;
  /** ISO 8601. */
  at: string;
  /** Which activity entries this makes, if any. */
  activities: readonly ActivityType[];
}
