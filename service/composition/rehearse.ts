import { objectMaps } from '../../core/mapping/index.ts';
import type { ObjectKind } from '../../core/model/index.ts';
import {
  type FieldRehearsal,
  type Hash,
  type RehearsedPair,
  readsMail,
  rehearseFields,
  rehearseScope,
  type ScopeChange,
} from '../../core/sync/index.ts';
import type { OrganizationPlace, Rehearsal, RehearsedChange } from '../http/index.ts';
import { mapContext } from '../lanes/map-context.ts';
import { mapsOf } from '../lanes/maps-of.ts';
import { policyOf } from '../lanes/policy-of.ts';
import type { LaneFacts } from '../lanes/ports.ts';
import { readWindow } from '../lanes/read-window.ts';
import type { RehearsalBooks } from '../store/index.ts';
import type { Providers } from './provider-desk.ts';

export interface RehearsalParts {
  books: RehearsalBooks;
  providers: Pick<Providers, 'open'>;
  hash: Hash;
  now(): number;
}

const thirtyDays = 30 * 24 * 3_600_000;
const most = { items: 20_000, examples: 20, pairs: 50, mailboxes: 3 };
const patience = 60_000;

/**
 * What the last 30 days would have looked like under a changed setting (F09): every item that Lockstep knows of the organization's
 * mailboxes, by the rules of now and by the changed ones; and for another mapping the newest linked pairs, read live with its fields.
 */
export async function rehearse(parts: RehearsalParts, place: OrganizationPlace, change: RehearsedChange): Promise<Rehearsal> {
  const now = parts.now();
  const since = new Date(now - thirtyDays).toISOString();
  const users = await parts.books.connectedUsers(place.customerId, place.organizationId);
  const total: Rehearsal = {
    since,
    users: users.length,
    items: 0,
    complete: true,
    notCounted: [],
    starting: 0,
    ending: 0,
    changes: [],
    examples: [],
    fields: [],
    pairs: 0,
  };
  const pairs: RehearsedPair[] = [];
  for (const userId of users) {
    const facts = await parts.books.facts(place.customerId, userId);
    const changed = withChange(facts, place, change);
    const [before, after] = [policyOf(facts, now), policyOf(changed, now)];
    const items = await parts.books.recentItems(place.customerId, userId, since, most.items);
    total.items += items.length;
    const read = readWindow(before.window);
    if (after.window.start < read.start || after.window.end > read.end) leaveOut(total, 'window');
    if (items.length === most.items) leaveOut(total, 'items');
    if (readsMail(after) && mailSettings.some((key) => key in change.settings)) leaveOut(total, 'mails');
    addChanges(total, userId, rehearseScope(items, before, after));
    if (change.mapping && pairs.length < most.pairs * most.mailboxes && users.indexOf(userId) < most.mailboxes) {
      pairs.push(...(await readPairs(parts, changed, change.mapping.object)));
    }
  }
  if (change.mapping) {
    const { object, rules } = change.mapping;
    const { maps } = mapsOf(objectMaps, [made(place, `${object}.mapping`, rules)], parts.hash);
    total.pairs = pairs.length;
    total.fields = rehearseFields(maps[object].fields, pairs).map((field: FieldRehearsal) => ({ object, ...field }));
  }
  return total;
}

/** What decides which mails come. Of those that nobody marked the books know nothing (decision 26), so nothing can be said of them. */
const mailSettings = [
  ...['email.up', 'email.trigger', 'email.autoSave', 'email.past'],
  ...['category', 'exclude.addresses', 'exclude.domains', 'internal.domains'],
];

function leaveOut(total: Rehearsal, what: Rehearsal['notCounted'][number]): void {
  total.complete = false;
  if (!total.notCounted.includes(what)) total.notCounted.push(what);
}

const made = (place: OrganizationPlace, key: string, value: unknown): LaneFacts['settings'][number] => ({
  level: 'organization',
  levelId: place.organizationId,
  key,
  value,
  mayAdjust: true,
});

/** The mailbox as it would stand after the change: the organization's own setting of a key is replaced, nothing else. */
function withChange(facts: LaneFacts, place: OrganizationPlace, { settings, mapping }: RehearsedChange): LaneFacts {
  const all = { ...settings, ...(mapping ? { [`${mapping.object}.mapping`]: mapping.rules } : {}) };
  const kept = facts.settings.filter((one) => !(one.level === 'organization' && one.key in all));
  return { ...facts, settings: [...kept, ...Object.entries(all).map(([key, value]) => made(place, key, value))] };
}

function addChanges(total: Rehearsal, userId: string, changes: readonly ScopeChange[]): void {
  for (const { object, side, remoteId, title, before, after } of changes) {
    if (after === null) total.starting += 1;
    if (before === null) total.ending += 1;
    const known = total.changes.find((one) => one.object === object && one.side === side && one.before === before && one.after === after);
    if (known) known.items += 1;
    else total.changes.push({ object, side, before, after, items: 1 });
    if (total.examples.length < most.examples) total.examples.push({ userId, object, side, id: remoteId, title, before, after });
  }
}

async function readPairs(parts: RehearsalParts, facts: LaneFacts, object: ObjectKind): Promise<RehearsedPair[]> {
  const links = await parts.books.newestPairs(facts.customer.id, facts.user.id, object, most.pairs);
  if (links.length === 0) return [];
  const { maps } = mapsOf(objectMaps, facts.settings, parts.hash);
  const policy = policyOf(facts, parts.now());
  const { outlook, salesforce } = await parts.providers.open(facts, policy, maps, AbortSignal.timeout(patience), 'person');
  const context = mapContext(parts.hash, facts);
  const [left, right] = await Promise.all([
    outlook.get(links.map(({ outlookId }) => ({ object, remoteId: outlookId ?? '' }))),
    salesforce.get(links.map(({ salesforceId }) => ({ object, remoteId: salesforceId ?? '' }))),
  ]);
  return links.flatMap((link, index) => {
    const [one, other] = [left[index]?.item, right[index]?.item];
    if (!one?.raw || !other?.raw) return [];
    const [a, b] = [maps[object].fromOutlook(one.raw, context), maps[object].fromSalesforce(other.raw, context)];
    return a.ok && b.ok ? [{ link, outlook: a.fields, salesforce: b.fields }] : [];
  });
}
