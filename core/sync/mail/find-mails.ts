import { messageIdOf } from '../../mapping/index.ts';
import { itemKey, type Observation } from '../../model/index.ts';
import type { KnownMail, PlanUnit } from '../ports/lane-store.ts';
import type { LaneRun } from '../run/lane-run.ts';
import { translate } from '../run/translate.ts';
import { mailScope } from './mail-scope.ts';

/** What became of mails that may have a record already. */
export interface FoundMails {
  units: PlanUnit[];
  /** Another copy of the same mail in this mailbox is the one that is saved. */
  copies: Observation[];
  ambiguous: { item: Observation; candidates: readonly string[] }[];
}

/**
 * The identity desk for mails: the same Message-ID is the same mail, whoever's mailbox it lies in and whatever put its record there. First
 * our own books, in which a colleague's record stands even where this user may not read it; then Salesforce.
 */
export async function findMails(run: LaneRun, units: readonly PlanUnit[]): Promise<FoundMails> {
  const open = units.flatMap((unit) => lonely(run, unit) ?? []);
  const out: FoundMails = { units: [], copies: [], ambiguous: [] };
  if (open.length === 0) return { ...out, units: [...units] };
  const keyOf = (mail: Observation) => run.maps.email.key(mail.remoteId, mail.facts, run.mapContext);
  const keys = new Map(open.map((mail) => [itemKey(mail), keyOf(mail)]));
  const booked = Map.groupBy(await run.store.mailsByKey(run.lane, [...new Set(keys.values())]), (known) => known.key);
  const unknown = open.filter((mail) => !booked.has(keys.get(itemKey(mail)) ?? ''));
  const records = await searchSalesforce(run, unknown);
  const taken = new Set<string>();
  for (const unit of units) place(run, unit, { keys, booked, records, taken }, out);
  return out;
}

interface Desk {
  keys: ReadonlyMap<string, string>;
  booked: ReadonlyMap<string, readonly KnownMail[]>;
  records: ReadonlyMap<string, readonly Observation[]>;
  /** Keys that this very step has given away. */
  taken: Set<string>;
}

function place(run: LaneRun, unit: PlanUnit, desk: Desk, out: FoundMails): void {
  const mail = lonely(run, unit);
  const key = mail && desk.keys.get(itemKey(mail));
  if (!mail || !key) {
    out.units.push(unit);
    return;
  }
  const known = desk.booked.get(key) ?? [];
  // A record of one's own whose create was not answered may lack its files: its write goes on where it ended.
  const found = (desk.records.get(messageIdOf(mail.facts) ?? '') ?? []).filter((record) => !unit.link || !isOwn(run, record));
  const mine = known.some((one) => one.mine && one.outlookId !== mail.remoteId);
  if (mine || desk.taken.has(key)) {
    out.copies.push(mail);
    return;
  }
  desk.taken.add(key);
  const theirs = known.find((one) => !one.mine);
  if (theirs) out.units.push({ ...unit, salesforce: recordOf(theirs, key) });
  else if (found.length > 1) out.ambiguous.push({ item: mail, candidates: found.map((record) => record.remoteId) });
  else out.units.push({ ...unit, salesforce: found[0] ?? null });
}

/** A mail without a record that would get one; a pending link is the trace of a create that failed. */
function lonely(run: LaneRun, unit: PlanUnit): Observation | null {
  const mail = unit.salesforce || (unit.link && unit.link.state !== 'pending') ? null : unit.outlook;
  if (!mail || mail.removed || mail.problem) return null;
  return run.policy.objects.email.up && mailScope(mail.facts, run.policy) === null ? mail : null;
}

async function searchSalesforce(run: LaneRun, mails: readonly Observation[]): Promise<Map<string, Observation[]>> {
  const values = [...new Set(mails.flatMap((mail) => messageIdOf(mail.facts) ?? []))];
  if (values.length === 0) return new Map();
  const found = await run.providers.salesforce.match({ object: 'email', by: 'message', values });
  const byMessage = new Map<string, Observation[]>();
  for (const raw of found) {
    const messageId = (raw.raw as { MessageIdentifier?: unknown } | null)?.MessageIdentifier;
    if (typeof messageId !== 'string') continue;
    byMessage.set(messageId, [...(byMessage.get(messageId) ?? []), translate(run, 'salesforce', 'email', raw)]);
  }
  return byMessage;
}

const isOwn = (run: LaneRun, { facts }: Observation): boolean => facts.ownerId === run.policy.salesforceUserId;

/** A colleague's record, of which only the books tell. */
function recordOf({ salesforceId }: KnownMail, key: string): Observation {
  const facts = { modifiedAt: null, keys: [`key:${key}`] };
  const frame = { side: 'salesforce', object: 'email', remoteId: salesforceId, version: '' } as const;
  return { ...frame, fields: {}, facts, removed: false, confirmed: false, problem: null };
}
