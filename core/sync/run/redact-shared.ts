import type { RedactAnswer } from '../ports/exposed-books.ts';
import type { IssueNote } from '../ports/lane-store.ts';
import { wordsLeft } from '../safety/words-left.ts';
import { isoNow, type LaneRun } from './lane-run.ts';

/**
 * Private never stays public: this mailbox sees that a meeting is private now, and its record is in the hands of a mailbox that does not sync.
 * Whoever may takes its words out of Salesforce; where nobody may, an administrator is told at once, and each sync tries again.
 */
export async function redactShared(run: LaneRun): Promise<void> {
  if (!run.exposed) return;
  const { books, redact } = run.exposed;
  const { meetings, asked } = await books.exposedMeetings(run.lane);
  const exposed = meetings.filter(({ link, fields }) => wordsLeft(link.baseSalesforce, fields).length > 0);
  const answers = exposed.length > 0 ? await redact(exposed) : [];
  for (const answer of answers) if (answer.done) run.tally.wrote('event', 'salesforce', 'update');
  const issues = answers.flatMap(issueOf);
  run.tally.issues += issues.length;
  // What was busy was not tried: its issue, where there is one, stays.
  const busy = answers.some((answer) => !answer.done && answer.error === null);
  if (issues.length > 0 || (asked && !busy)) await books.saveExposed(run.lane, issues, isoNow(run));
}

/** Names the record and whose it is, never its words. */
function issueOf(answer: RedactAnswer): IssueNote[] {
  if (answer.done || answer.error === null) return [];
  const { outlookId, start, holder, link } = answer.exposed;
  const { code, message } = answer.error;
  const detail = { code, message, record: link.salesforceId, owner: holder.address, start };
  return [{ object: 'event', side: 'outlook', remoteId: outlookId, linkId: null, intentId: null, reason: 'private-in-salesforce', detail }];
}
