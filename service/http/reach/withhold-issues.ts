import type { ApiOptions } from '../api-options.ts';
import type { Caller, IssueRow } from '../ports/index.ts';
import { withhold } from './withhold.ts';

/** What they say comes from the redaction itself, and an administrator needs it to mend what stands in its way. */
const ofRedaction: ReadonlySet<string> = new Set(['private-in-salesforce', 'redaction-refused']);

/** Without the item's name, and without the provider's words, which may quote it; whom a write would mail has to be known to whoever allows it. */
export const withholdIssues = (
  asked: { caller: Caller; options: Pick<ApiOptions, 'ledger'> },
  rows: readonly IssueRow[],
): Promise<(IssueRow & { withheld?: true })[]> =>
  withhold(
    asked,
    rows,
    ({ userId, side, object, remoteId, reason }) =>
      side && object && remoteId && !ofRedaction.has(reason) ? { userId, side, object, remoteId } : null,
    ({ detail: { title: _title, message: _message, ...detail }, ...row }) => ({ ...row, detail }),
  );
