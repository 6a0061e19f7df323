import type { Side } from '../../core/model/index.ts';
import { days, type ScenePerson, type SceneSession, written } from '../scene/index.ts';
import { checkMails } from './check-mails.ts';
import type { Shown } from './edit-book.ts';
import { type Excuses, excuses } from './excuses.ts';
import { asText, type PlayedKind, playedKinds, recordAsText } from './played-kinds.ts';
import type { Real } from './real.ts';
import { seriesOf } from './series-of.ts';

type Item = Record<string, unknown>;

/** Requests of a run that finds nothing: one composite, and a $batch for each twenty lists (tests/budgets). */
const noOpRequests = 1;
const listsPerBatch = 20;
/** Words of a private meeting that Salesforce would not let go are tried again in each run (docs/decisions/0029): a look and a write. */
const redactionRequests = 2;
const refusedRedactions = `
  SELECT DISTINCT l.user_id FROM link l JOIN issue i ON i.link_id = l.id WHERE l.redaction IS NOT NULL AND i.reason = 'redaction-refused' AND i.state <> 'resolved'`;

/** All that must hold when nothing moves any more; throws with everything that does not. */
export async function checkQuiet(real: Real, people: readonly ScenePerson[], last: readonly SceneSession[]): Promise<void> {
  const lists = await real.scene.rows<{ most: number }>(
    "SELECT count(*)::int AS most FROM collection WHERE side = 'outlook' GROUP BY user_id",
  );
  const batches = Math.ceil(Math.max(1, ...lists.map(({ most }) => most)) / listsPerBatch);
  const refused = new Set((await real.scene.rows<{ user_id: string }>(refusedRedactions)).map((row) => row.user_id));
  const faults = last.flatMap((session, at) => {
    const tries = refused.has(people[at]?.userId ?? '') ? redactionRequests : 0;
    return quiescence(session, { outlook: batches, salesforce: noOpRequests + tries });
  });
  const excused = await excuses(real.scene);
  for (const person of people)
    for (const kind of playedKinds)
      faults.push(...convergence(real, person, kind, excused), ...doubles(real, person, kind), ...privacy(real, person, kind));
  for (const [at, person] of people.entries()) faults.push(...remembered(real, at, person, excused));
  faults.push(...checkMails(real, people, excused), ...(await unexplained(real)));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** I2 */
function quiescence(session: SceneSession, most: Record<Side, number>): string[] {
  const { outlook, salesforce } = session.requests;
  return [
    ...(written(session) > 0 ? [`I2: not quiet: ${JSON.stringify(session.counts)}`] : []),
    ...(session.state === 'failed' ? [`I2: still failing: ${JSON.stringify(session.error)}`] : []),
    ...(outlook.http > most.outlook || salesforce.http > most.salesforce
      ? [`I2: ${outlook.http} and ${salesforce.http} requests for nothing`]
      : []),
  ];
}

/** I1: what is linked is equal; what is not linked is so for a reason. Only what the window shows can be held to that. */
function convergence(real: Real, person: ScenePerson, kind: PlayedKind, excused: Excuses): string[] {
  const own = new Map(real.records(person, kind).map((row) => [String(row.Id), row]));
  // A record that went to somebody else keeps its item.
  const records = new Map(real.scene.records(kind.sobject).map((row) => [String(row.Id), row]));
  const items = new Map(shownItems(real, person, kind).map((item) => [item.id, item]));
  const faults: string[] = [];
  const paired = new Set<string>();
  const isParted = (item: Item | undefined, row: Item | undefined) =>
    (item !== undefined && real.parted.has(kind.nameOf(item))) || (row !== undefined && real.parted.has(kind.nameOfRecord(row)));
  for (const { outlook, salesforce } of excused.links(person.userId, kind.object)) {
    const [item, row] = [items.get(outlook), records.get(salesforce)];
    for (const id of [outlook, salesforce]) paired.add(id);
    if (excused.has(outlook) || excused.has(salesforce) || apart(real, item, row) || isParted(item, row)) continue;
    if (!item || !row)
      faults.push(`I1: a linked ${kind.object} lost a side: ${item ? asText(kind, item) : row && recordAsText(kind, row)}`);
    else if (asText(kind, item) !== recordAsText(kind, row))
      faults.push(`I1: ${kind.object} ${asText(kind, item)} is ${recordAsText(kind, row)}`);
  }
  const alone = (id: string) => !paired.has(id) && !excused.has(id);
  for (const [id, item] of items)
    if (alone(id) && !apart(real, item, undefined) && !isParted(item, undefined))
      faults.push(`I1: only in Outlook: ${kind.object} ${asText(kind, item)}`);
  for (const [id, row] of own)
    if (alone(id) && !apart(real, undefined, row) && !isParted(undefined, row))
      faults.push(`I1: only in Salesforce: ${kind.object} ${recordAsText(kind, row)}`);
  return faults;
}

/** What a person sees: of a series its meetings. */
function shownItems(real: Real, person: ScenePerson, kind: PlayedKind) {
  if (kind.object !== 'event') return kind.items(person.mailbox);
  const series = seriesOf(person.mailbox);
  const masters = new Set(series.map(({ id }) => id));
  const singles = kind.items(person.mailbox).filter(({ id }) => !masters.has(id));
  return [...singles, ...series.flatMap((one) => one.meetings(real.now()))];
}

/** The one name that a rule gives and no person: any number may bear it. */
const nameless = ['', 'Private appointment'];

/** I3, as a person sees it: nobody made two things of one name, so on no side there are two. */
function doubles(real: Real, person: ScenePerson, kind: PlayedKind): string[] {
  const names = {
    Outlook: kind.items(person.mailbox).map((item) => kind.nameOf(item)),
    Salesforce: real.records(person, kind).map((row) => kind.nameOfRecord(row)),
  };
  return Object.entries(names).flatMap(([side, all]) => {
    const twice = all.filter((name, place) => !nameless.includes(name) && !real.shared.has(name) && all.indexOf(name) !== place);
    return [...new Set(twice)].map((name) => `I3: ${kind.object} ${name} stands twice in ${side}`);
  });
}

/** I4 and I5, by what each person remembers. */
function remembered(real: Real, at: number, person: ScenePerson, excused: Excuses): string[] {
  const shown = new Map<string, Shown>();
  const skip = new Set([...real.shared, ...real.forgotten, ...real.parted]);
  const book = real.book(at);
  for (const kind of playedKinds) {
    const values = (read: (field: PlayedKind['fields'][number]) => string) =>
      Object.fromEntries(kind.fields.map((field) => [field.name, read(field)]));
    for (const item of kind.items(person.mailbox)) {
      const name = kind.nameOf(item);
      shown.set(name, { outlook: values((field) => field.read(item)), salesforce: null });
      if (excused.has(item.id) || apart(real, item, undefined)) skip.add(name);
    }
    for (const row of real.records(person, kind)) {
      const name = kind.nameOfRecord(row);
      const salesforce = values((field) => String(row[field.salesforce] ?? ''));
      shown.set(name, { outlook: shown.get(name)?.outlook ?? null, salesforce });
      if (excused.has(String(row.Id)) || apart(real, undefined, row)) skip.add(name);
    }
  }
  const nothing: Shown = { outlook: null, salesforce: null };
  const settled = (name: string) => real.merged.has(name) || real.shared.has(name) || real.isDeleted(name);
  return book.names.flatMap((name) => {
    const sides = shown.get(name) ?? nothing;
    if (!skip.has(name)) return book.faults(name, sides);
    return !settled(name) && book.isLost(name, sides) ? [`I4: made in Outlook, gone, and nobody deleted it (${name})`] : [];
  });
}

/** I7: of a private appointment, no word stands in Salesforce. */
function privacy(real: Real, person: ScenePerson, kind: PlayedKind): string[] {
  const records = JSON.stringify(real.records(person, kind));
  const hidden = kind.items(person.mailbox).filter((item) => item.sensitivity === 'private');
  return hidden
    .map((item) => kind.nameOf(item))
    .filter((name) => records.includes(`"${name}"`))
    .map((name) => `I7: ${name} is private, and in Salesforce`);
}

/** I13: whatever is not linked has its reason. */
async function unexplained(real: Real): Promise<string[]> {
  const rows = await real.scene.rows<{ side: string; object: string; remote_id: string }>(
    `SELECT o.side, o.object, o.remote_id FROM observation o
      WHERE NOT o.removed AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.user_id = o.user_id AND d.side = o.side AND d.object = o.object AND d.remote_id = o.remote_id)
        AND NOT EXISTS (SELECT 1 FROM link l WHERE l.user_id = o.user_id AND l.object = o.object AND l.state = 'linked'
                          AND o.remote_id = CASE o.side WHEN 'outlook' THEN l.outlook_id ELSE l.salesforce_id END)`,
  );
  const open = await real.scene.rows<{ side: string }>('SELECT side FROM observation WHERE NOT planned');
  return [
    ...rows.map((row) => `I13: nothing says why ${row.side} ${row.object} ${row.remote_id} stands as it stands`),
    ...(open.length > 0 ? [`I13: ${open.length} items are still to be planned`] : []),
  ];
}

/** What need not be alike: private ones, and what is outside of the calendar window (14 days back, 60 ahead or as set; a day less for sure). */
function apart(real: Real, item: Record<string, unknown> | undefined, row: Record<string, unknown> | undefined): boolean {
  if (item?.sensitivity === 'private') return true;
  const start = (item?.start as { dateTime?: string } | undefined)?.dateTime;
  const times = [start ? Date.parse(`${start.replace(/Z$/, '')}Z`) : Number.NaN, Date.parse(String(row?.StartDateTime ?? ''))];
  return times.some(
    (time) => !Number.isNaN(time) && (time < real.now() - 13 * days || time > real.now() + (Math.min(real.ahead, 60) - 1) * days),
  );
}
