import type { ObjectMap } from '../../core/mapping/index.ts';
import { isReason, type Link, type ObjectKind, type Observation, type Reason, reasonInfo, type Side } from '../../core/model/index.ts';
import { maySync } from '../../core/status/index.ts';
import {
  type AccountSigns,
  type Clock,
  type Hash,
  type Ids,
  judgeMeeting,
  knowMail,
  knowPieces,
  type LeadRecord,
  leadNote,
  type MeetingBooks,
  type PlanUnit,
  type Provider,
  planContext,
  type SyncPolicy,
  type Trace,
  type TraceStep,
  titleOf,
  traceUnit,
  translate,
  wouldTravel,
} from '../../core/sync/index.ts';
import type { ItemIssue } from '../store/index.ts';
import { accountOf, signsOf, withAccount } from './explain-account.ts';
import { mapContext } from './map-context.ts';
import { mapsOf } from './maps-of.ts';
import { policyOf } from './policy-of.ts';
import type { LaneFacts } from './ports.ts';

type Mailbox = { customerId: string; userId: string };
export interface ItemRef {
  side: Side;
  object: ObjectKind;
  remoteId: string;
}

/** What the explanation asks of the store. */
export interface ExplainBooks {
  facts(mailbox: Mailbox): Promise<LaneFacts>;
  unit(mailbox: Mailbox, ref: ItemRef): Promise<PlanUnit | null>;
  issues(mailbox: Mailbox, ref: ItemRef, linkId: string | null): Promise<ItemIssue[]>;
  /** The contact's open leads, where it was left because of them. */
  leads(mailbox: Mailbox, ref: ItemRef): Promise<LeadRecord[]>;
  /** What was said of the account of the record that was made of this contact. */
  account(mailbox: Mailbox, ref: ItemRef, linkId: string): Promise<Trace['verdict']['inputs'] | null>;
  /** Whether a person asked for it by hand. */
  saved(mailbox: Mailbox, ref: ItemRef): Promise<boolean>;
  /** Whose a shared meeting is, as a run would find it, without claiming anything. */
  meetings: MeetingBooks;
  /** Names of the mailbox's folders by id. */
  folders(mailbox: Mailbox): Promise<Map<string, string>>;
}

export interface ExplainParts {
  books: ExplainBooks;
  maps: Readonly<Record<ObjectKind, ObjectMap>>;
  hash: Hash;
  ids: Ids;
  clock: Clock;
  /** Used only where the item must be read from its side. Throws SyncFailure. */
  ask<T>(
    mailbox: Mailbox,
    side: Side,
    use: (provider: Pick<Provider, 'get' | 'match' | 'people' | 'accounts' | 'leads'>) => Promise<T>,
  ): Promise<T>;
}

export interface Explanation {
  /** The item's lasting id, which may be another than the one asked with. */
  remoteId: string;
  title: string | null;
  isPrivate: boolean;
  /** `books`: as last seen by a sync. `live`: read just now, as no sync ever saw it. */
  known: 'books' | 'live';
  link: Pick<Link, 'outlookId' | 'salesforceId' | 'state'> | null;
  steps: TraceStep[];
  verdict: Trace['verdict'];
  /** Of a contact without a record: by what its account would be found. */
  signs: AccountSigns | null;
}

/**
 * "Why?" for one item, synced or not: the rules in their order up to the one that decides, from the mailbox's switch to the provider's last
 * word. Nothing is stored, and nothing is asked of a provider where the books know the item, unless whom Salesforce knows decides about a mail.
 * Null where there is no such item.
 */
export async function explainItem(given: ExplainParts, mailbox: Mailbox, asked: ItemRef): Promise<Explanation | null> {
  const facts = await given.books.facts(mailbox);
  const parts = { ...given, maps: mapsOf(given.maps, facts.settings, given.hash).maps };
  const context = mapContext(parts.hash, facts);
  const policy = knowPieces(policyOf(facts, parts.clock.now()), facts.pieces);
  const found = await findUnit(parts, mailbox, asked, { context, policy });
  if (!found) return null;
  const { ref } = found;
  const known = await withMail(parts, mailbox, found, policy);
  const { unit, left, teamOwner } = await withMeeting(parts, mailbox, { ...found, unit: known }, { context, policy });
  const item = (ref.side === 'outlook' ? unit.outlook : unit.salesforce) as Observation;
  const issues = await parts.books.issues(mailbox, ref, unit.link?.id ?? null);
  const plan = {
    ...planContext({ policy, clock: parts.clock, ids: parts.ids, maps: parts.maps, mapContext: context }),
    teamOwner,
    account: found.known === 'live' ? await accountOf(parts, mailbox, unit, policy) : () => null,
  };
  const trace = traceUnit(unit, ref.side, plan, {
    left: left ?? (await leadOf(parts, mailbox, found, policy)),
    candidates: found.candidates ?? candidatesOf(issues),
  });
  const made =
    ref.object === 'contact' && ref.side === 'outlook' && unit.link ? await parts.books.account(mailbox, ref, unit.link.id) : null;
  return {
    remoteId: ref.remoteId,
    title: titleOf(item.fields) ?? null,
    isPrivate: item.facts.private === true,
    known: found.known,
    link: unit.link && { outlookId: unit.link.outlookId, salesforceId: unit.link.salesforceId, state: unit.link.state },
    signs: signsOf(unit, policy),
    ...behindGate(facts, withIssues(withAccount(trace, made), issues)),
  };
}

interface Found {
  unit: PlanUnit;
  ref: ItemRef;
  known: 'books' | 'live';
  candidates?: readonly string[];
  /** Read just now. */
  leads?: readonly LeadRecord[];
}

async function findUnit(
  parts: ExplainParts,
  mailbox: Mailbox,
  asked: ItemRef,
  { context, policy }: { context: ReturnType<typeof mapContext>; policy: SyncPolicy },
): Promise<Found | null> {
  const unit = await parts.books.unit(mailbox, asked);
  // Of a mail on which nobody was known the books keep neither words nor people: it is looked at where it lies.
  if (unit && !unit.outlook?.facts.unmatched) return { unit, ref: asked, known: 'books' };
  const refs = [{ object: asked.object, remoteId: asked.remoteId }];
  const [look] = await parts.ask(mailbox, asked.side, (provider) => provider.get(refs));
  if (!look?.item || look.item.removed) return null;
  // Outlook names an item by a passing id in some places; the books know it by its lasting one.
  const ref = { ...asked, remoteId: look.item.remoteId };
  const again = ref.remoteId === asked.remoteId ? null : await parts.books.unit(mailbox, ref);
  if (again) return { unit: again, ref, known: 'books' };
  const folders = await parts.books.folders(mailbox);
  for (const place of policy.places ?? []) folders.delete(place);
  const run = { maps: parts.maps, mapContext: context, folders };
  const item = translate(run, ref.side, ref.object, look.item);
  const { partners, leads } =
    ref.side === 'outlook' && ref.object === 'contact' ? await partnersOf(parts, mailbox, item, run) : { partners: [], leads: [] };
  const salesforce = partners.length === 1 ? (partners[0] ?? null) : null;
  const [left, right] = ref.side === 'outlook' ? [item, salesforce] : [null, item];
  const candidates = partners.length > 1 ? partners.map((partner) => partner.remoteId) : [];
  return { unit: { object: ref.object, link: null, outlook: left, salesforce: right }, ref, known: 'live', candidates, leads };
}

/** A mail with what a run would know of it beside its frame; a linked one was decided about. */
async function withMail(parts: ExplainParts, mailbox: Mailbox, { unit, ref }: Found, policy: SyncPolicy): Promise<PlanUnit> {
  const mail = unit.outlook;
  if (ref.object !== 'email' || !mail || unit.link?.state === 'linked') return unit;
  const people = (addresses: readonly string[]) =>
    parts.ask(mailbox, 'salesforce', async (salesforce) => (await salesforce.people?.(addresses)) ?? []);
  return { ...unit, outlook: await knowMail(mail, policy, await parts.books.saved(mailbox, ref), people) };
}

/** A meeting with what a run would know of it from other mailboxes and Teams. Salesforce is asked for a record that one of them has made. */
function withMeeting(
  parts: ExplainParts,
  mailbox: Mailbox,
  { unit, ref }: Found,
  { context, policy }: { context: ReturnType<typeof mapContext>; policy: SyncPolicy },
): ReturnType<typeof judgeMeeting> {
  if (ref.object !== 'event') return Promise.resolve({ unit, left: null, teamOwner: () => null });
  const match: Provider['match'] = (wanted) => parts.ask(mailbox, 'salesforce', (salesforce) => salesforce.match(wanted));
  const { clock, ids, maps, books } = parts;
  const run = { lane: mailbox, store: books.meetings, providers: { salesforce: { match } }, policy, clock, ids, maps, mapContext: context };
  return judgeMeeting(run, unit, ref.side);
}

/** Why a contact without a partner is none in Salesforce: its person is a lead there. */
async function leadOf(parts: ExplainParts, mailbox: Mailbox, { unit, ref, leads }: Found, policy: SyncPolicy) {
  const { object, link, outlook, salesforce } = unit;
  if (object !== 'contact' || link || salesforce || !outlook || policy.contactLead === 'create' || !wouldTravel({ policy }, outlook))
    return null;
  const open = leads ?? (await parts.books.leads(mailbox, ref));
  return open.length > 0 ? leadNote(outlook, open) : null;
}

/** Whom Salesforce holds under this contact's addresses. */
async function partnersOf(parts: ExplainParts, mailbox: Mailbox, item: Observation, run: Parameters<typeof translate>[0]) {
  const values = item.facts.keys.flatMap((key) => (key.startsWith('email:') ? [key.slice(6)] : []));
  const wish = { addresses: values, ids: [] };
  if (values.length === 0) return { partners: [], leads: [] };
  const [raw, leads] = await parts.ask(mailbox, 'salesforce', async (salesforce) => {
    const found = await salesforce.match({ object: 'contact', by: 'email', values, leads: wish });
    return [found, (await salesforce.leads?.(wish)) ?? []] as const;
  });
  return { partners: raw.map((one) => translate(run, 'salesforce', 'contact', one)).filter((one) => !one.removed), leads };
}

const candidatesOf = (issues: readonly ItemIssue[]): string[] => {
  const doubt = issues.find((issue) => issue.reason === 'duplicate-candidates');
  return Array.isArray(doubt?.detail.candidates) ? doubt.detail.candidates.map(String) : [];
};

/** What came after the plan: the safety gate's question, a field both sides changed, the provider's refusal. It has the last word. */
function withIssues(trace: Trace, issues: readonly ItemIssue[]): Trace {
  const late = issues.flatMap((issue): Trace['verdict'][] => {
    const reason: Reason = isReason(issue.reason) ? issue.reason : 'bug';
    const room = roomOf(reason, issue);
    return room && reason !== trace.verdict.reason
      ? [{ room, reason, action: room === 'write' ? 'skip' : 'hold', inputs: inputsOf(issue) }]
      : [];
  });
  const [verdict] = late.slice(-1);
  if (!verdict) return trace;
  const before = trace.steps.map((step): TraceStep => (step.outcome === 'decided' ? { ...step, outcome: 'holds' } : step));
  const added = late.map(({ room, reason, inputs }, index): TraceStep => {
    return { room, rule: reason, outcome: index === late.length - 1 ? 'decided' : 'holds', inputs };
  });
  return { steps: [...before, ...added], verdict };
}

function roomOf(reason: Reason, { detail }: ItemIssue): TraceStep['room'] | null {
  if (reason === 'delete-brake' || reason === 'invitation-guard') return 'safety';
  if (reason === 'conflict') return 'plan';
  // A refused write names its operation; fields that were merely left out do not stop the item.
  return detail.operation !== undefined && reasonInfo(reason).severity !== 'note' ? 'write' : null;
}

/** The provider's own words and names of fields; never a value. */
function inputsOf({ detail, state }: ItemIssue): Trace['verdict']['inputs'] {
  const text = (name: string) => (typeof detail[name] === 'string' ? { [name]: detail[name] as string } : {});
  const fields: Trace['verdict']['inputs'] = Array.isArray(detail.fields) ? { fields: detail.fields.map(String) } : {};
  return { ...text('message'), ...text('code'), ...text('field'), ...text('operation'), ...fields, answered: state === 'answered' };
}

/** A mailbox that does not sync carries nothing, whatever the rules say of the item: then that comes first, and decides. */
function behindGate(facts: LaneFacts, trace: Trace): Trace {
  const { synchronizationEnabled: enabled, suspended, configuredAt } = facts.user;
  const user = { enabled, suspended, configured: configuredAt !== null };
  const open = maySync({ customer: facts.customer, organization: facts.organization, plan: facts.plan, user });
  if (open.on) return { ...trace, steps: [{ room: 'gate', rule: 'user-off', outcome: 'passed', inputs: {} }, ...trace.steps] };
  const inputs = { enabled, suspended: suspended?.reason ?? null };
  const rest = trace.steps.map((step): TraceStep => (step.outcome === 'decided' ? { ...step, outcome: 'holds' } : step));
  return {
    steps: [{ room: 'gate', rule: open.reason, outcome: 'decided', inputs }, ...rest],
    verdict: { room: 'gate', reason: open.reason, action: 'hold', inputs },
  };
}
