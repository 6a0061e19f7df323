import { archiveActivities } from './archive-activities.ts';
import type { Org } from './org.ts';
import { seedOrg } from './seed-org.ts';

/**
 * Puts the first records into an org that has none, and does what the nights since have done; called before each request and act, so that a
 * new world stays empty until then.
 */
export function ensureOrg(org: Org): void {
  if (org.isNew) {
    org.change({});
    seedOrg(org);
  }
  if (org.nightPassed()) archiveActivities(org);
}
