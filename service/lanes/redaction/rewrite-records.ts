import type { Observation, SyncError } from '../../../core/model/index.ts';
import { type ExposedMeeting, type LaneRun, type Provider, translate, type Write, wordsLeft } from '../../../core/sync/index.ts';

/** One record as it was found and as it stands now. */
export interface Redacted {
  exposed: ExposedMeeting;
  before: Observation;
  /** Null where Salesforce does not show a private record to who made it so. */
  after: Observation | null;
}

export interface Rewritten {
  redacted: Redacted[];
  /** Deleted since: they say nothing any more. */
  gone: Observation[];
  failed: { exposed: ExposedMeeting; error: SyncError }[];
}

type Maps = Pick<LaneRun, 'maps' | 'mapContext'>;
type Found = Omit<Redacted, 'after'>;
type Outcome = { after: Observation | null } | { error: SyncError };

const unanswered: SyncError = { kind: 'bug', code: 'no-outcome', message: 'the record was not answered' };

/**
 * Looks at the records as one user, takes the invitees off, and writes what may not stay. The invitees go first: of a private record Salesforce
 * shows nothing to others than its owner. What is redacted already is left as it is.
 */
export async function rewriteRecords(salesforce: Provider, maps: Maps, own: readonly ExposedMeeting[]): Promise<Rewritten> {
  const { found, ...rest } = await look(salesforce, maps, own);
  const unrelated = await unrelate(salesforce, found);
  const failed = [...rest.failed, ...found.flatMap(({ exposed }) => refusalOf(unrelated, exposed))];
  const open = found.filter(({ exposed }) => !unrelated.has(exposed.link.id));
  const outcomes = await write(salesforce, maps, open);
  const redacted: Redacted[] = [];
  for (const one of open) {
    const outcome = outcomes.get(one.exposed.link.id) ?? { after: one.before };
    if ('error' in outcome) failed.push({ exposed: one.exposed, error: outcome.error });
    else redacted.push({ ...one, after: outcome.after });
  }
  return { redacted, gone: rest.gone, failed };
}

async function look(salesforce: Provider, maps: Maps, own: readonly ExposedMeeting[]) {
  const idOf = ({ link }: ExposedMeeting): string => link.salesforceId ?? '';
  const looks = new Map(
    (await salesforce.get(own.map((one) => ({ object: 'event', remoteId: idOf(one) })))).map((one) => [one.remoteId, one]),
  );
  const found: Found[] = [];
  const gone: Observation[] = [];
  const failed: Rewritten['failed'] = [];
  for (const exposed of own) {
    const { item, error } = looks.get(idOf(exposed)) ?? { item: null, error: unanswered };
    const raw = item ?? { remoteId: idOf(exposed), version: '', raw: null, removed: true, confirmed: true };
    const seen = translate(maps, 'salesforce', 'event', raw);
    if (error) failed.push({ exposed, error });
    else if (seen.removed) gone.push(seen);
    else found.push({ exposed, before: seen });
  }
  return { found, gone, failed };
}

/** Whose list could not be emptied, and why. */
async function unrelate(salesforce: Provider, found: readonly Found[]): Promise<Map<string, SyncError>> {
  const named = found.filter(({ exposed }) => (exposed.link.guests ?? []).length > 0);
  if (named.length === 0 || !salesforce.relate) return new Map();
  const lists = named.map(({ exposed: { link }, before }) => ({
    linkId: link.id,
    recordId: before.remoteId,
    guests: [],
    before: link.guests ?? [],
  }));
  const answers = await salesforce.relate(lists);
  return new Map(answers.flatMap(({ linkId, error }) => (error ? [[linkId, error] as const] : [])));
}

function refusalOf(errors: ReadonlyMap<string, SyncError>, exposed: ExposedMeeting): Rewritten['failed'] {
  const error = errors.get(exposed.link.id);
  return error ? [{ exposed, error }] : [];
}

async function write(salesforce: Provider, maps: Maps, found: readonly Found[]): Promise<Map<string, Outcome>> {
  const writes = found.flatMap((one) => toWrite(maps, one));
  const outcomes = new Map<string, Outcome>(writes.map(({ intentId }) => [intentId, { error: unanswered }]));
  if (writes.length === 0) return outcomes;
  for await (const answers of salesforce.write(writes)) {
    for (const answer of answers) {
      if (answer.done) {
        const item = { ...answer, removed: false, confirmed: false };
        outcomes.set(answer.intentId, { after: translate(maps, 'salesforce', 'event', item) });
      } else outcomes.set(answer.intentId, answer.error.code === 'not-visible' ? { after: null } : { error: answer.error });
    }
  }
  return outcomes;
}

function toWrite({ maps, mapContext }: Maps, { exposed, before }: Found): Write[] {
  const names = wordsLeft(before.fields, exposed.fields);
  if (names.length === 0) return [];
  const { remoteId, version } = before;
  const body = maps.event.toSalesforce(names, { ...before.fields, ...exposed.fields }, mapContext);
  const frame = { object: 'event', operation: 'update', key: null, maybeSent: false } as const;
  return [{ ...frame, intentId: exposed.link.id, remoteId, expectedVersion: version, body }];
}
