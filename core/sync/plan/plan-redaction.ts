import type { Decision, Fields, Intent, Link, Observation } from '../../model/index.ts';
import type { OwnExposure } from '../ports/redact-books.ts';
import { wordsLeft } from '../safety/words-left.ts';
import { decide, newIntent, type PlanContext } from './plan-context.ts';
import { carrierOf } from './scope.ts';

export interface Redaction {
  link: Link;
  intent: Intent;
  decision: Decision;
}

/**
 * What became private says nothing in Salesforce any more, also where it is a meeting that left its series, or one that was parted from its record:
 * its deletion may be held, refused, or never be planned, and its words are those of the series. Null where nothing is left to take out, or this
 * mailbox is not to write.
 */
export function planRedaction(exposure: OwnExposure & { record: Observation }, context: PlanContext): Redaction | null {
  const { link, record, redacted } = exposure;
  if (leftToColleague(exposure, context)) return null;
  const travels = new Set(
    context.rules('event').flatMap(({ name, held, travels: way }) => (held === 'both' && way !== 'down' ? name : [])),
  );
  const names = wordsLeft(record.fields, redacted).filter((name) => travels.has(name) && isOurs(exposure, name));
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
    link: { ...link, guests: link.guests ? [] : null, redaction: { ...link.redaction, ...fields } },
    intent,
    decision: decide(record, 'private', 'update', { fields: names, on: 'salesforce' }),
  };
}

/**
 * Which of the words that are left go. Of a live pair all but those that somebody wrote after it was redacted, as in the merge of a private pair;
 * of one that was parted, what stands where something was agreed on before, edited since or not: what Salesforce added on its own is Salesforce's.
 */
function isOurs({ link, redacted }: OwnExposure, name: string): boolean {
  if (link.redaction) return name in link.redaction;
  if (link.state !== 'ended') return link.baseOutlook?.[name] === undefined || link.baseOutlook[name] !== (redacted[name] ?? null);
  const agreed: Fields | null = link.baseSalesforce;
  return agreed === null || name === 'isPrivate' || (agreed[name] ?? null) !== null;
}

/** As scopeUp has it of one that stands: the organizer's mailbox carries the record, and sees to it. */
function leftToColleague({ link, outlook, record }: OwnExposure & { record: Observation }, { policy }: PlanContext): boolean {
  if (link.redaction || !outlook) return false;
  return record.facts.ownerId !== policy.salesforceUserId && carrierOf(outlook.facts, policy) !== null;
}
