import type { Decision, Fields, Intent, Link, Observation } from '../../model/index.ts';
import type { RemovedMeeting } from '../ports/redact-books.ts';
import { wordsLeft } from '../safety/words-left.ts';
import { decide, newIntent, type PlanContext } from './plan-context.ts';
import { carrierOf } from './scope.ts';

export interface Redaction {
  link: Link;
  intent: Intent;
  decision: Decision;
}

/**
 * What became private says nothing in Salesforce any more, also where it is a meeting that left its series: its deletion may be held, refused, or
 * never be planned (after a reset), and its words are those of the series. Null where nothing is left to take out, or this mailbox is not to write.
 * As in the merge of a private pair Outlook wins, and what was agreed on as redacted before is not sent again.
 */
export function planRedaction({ link, removed, record, series }: RemovedMeeting, context: PlanContext): Redaction | null {
  const { policy } = context;
  if (!policy.objects.event.up || leftToColleague(removed, record, context)) return null;
  const redacted: Fields = series.fields ?? {};
  const travels = new Set(
    context.rules('event').flatMap(({ name, held, travels: way }) => (held === 'both' && way !== 'down' ? name : [])),
  );
  const agreed = (name: string) => link.baseOutlook?.[name] !== undefined && link.baseOutlook[name] === (redacted[name] ?? null);
  const names = wordsLeft(record.fields, redacted).filter((name) => travels.has(name) && !agreed(name));
  if (names.length === 0) return null;
  const fields = Object.fromEntries(names.map((name) => [name, redacted[name] ?? null]));
  const intent = newIntent(context, link, {
    side: 'salesforce',
    operation: 'update',
    remoteId: record.remoteId,
    expectedVersion: record.version,
    fields,
    whole: { ...record.fields, ...fields },
    before: record.fields,
    // A deletion that waits for its answer waits on; this does not.
    state: 'pending',
  });
  return {
    link: { ...link, guests: link.guests ? [] : null },
    intent,
    decision: decide(record, 'private', 'update', { fields: names, on: 'salesforce' }),
  };
}

/** As scopeUp has it of one that stands: the organizer's mailbox carries the record, and sees to it. */
function leftToColleague({ facts }: Observation, record: Observation, { policy }: PlanContext): boolean {
  return record.facts.ownerId !== policy.salesforceUserId && carrierOf(facts, policy) !== null;
}
