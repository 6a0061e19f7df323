import type { IssueNote } from '../ports/lane-store.ts';
import type { DecidedRedaction } from '../ports/redact-books.ts';
import { isoNow, type LaneRun } from './lane-run.ts';

/**
 * The end of a run: a redaction that Salesforce did not take stays an issue of the record, whatever has become of the pair, until the words are
 * gone or the record is. Each run tries again before (redact-removed.ts).
 */
export async function noteRedactions(run: LaneRun): Promise<void> {
  const { decided, asked } = await run.store.decidedRedactions(run.lane);
  if (decided.length === 0 && !asked) return;
  const over = decided.flatMap((one) => (one.over ? one.linkId : []));
  const issues = decided.filter((one) => !one.over).map(noteOf);
  run.tally.issues += issues.length;
  await run.store.saveRedactions(run.lane, { over, issues }, isoNow(run));
}

/** Names the record, whose it is and the fields, never a word of it. */
function noteOf({ linkId, recordId, owner, start, left, error }: DecidedRedaction): IssueNote {
  const says = error ? { code: error.code, message: error.message } : {};
  const fields = left.length > 0 ? left : ['attendees'];
  const detail = {
    ...says,
    record: recordId,
    ...(owner === null ? {} : { owner }),
    start,
    field: fields[0] ?? null,
    fields,
    operation: 'update',
    on: 'salesforce',
  };
  return { object: 'event', side: 'salesforce', remoteId: recordId, linkId, intentId: null, reason: 'redaction-refused', detail };
}
