import { findings } from '../../../core/connectivity/index.ts';
import type { ConnectivityReport } from '../../../core/model/index.ts';

/** The same report of a mailbox in which another product has left its folder. */
export const withOtherEngine = (report: ConnectivityReport): ConnectivityReport => ({
  ...report,
  result: 'warning',
  steps: report.steps.map((step) =>
    step.key === 'other-engines'
      ? {
          ...step,
          result: 'warning',
          finding: 'other-engine',
          ...findings['other-engine'],
          evidence: 'Lightning Sync, likely: folder Salesforce_Sync',
        }
      : step,
  ),
});
