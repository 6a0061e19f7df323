import type { Fault } from '../../sandbox/faults/faults.ts';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import { answerIssue } from '../../service/store/ledger/answer-issue.ts';
import { minutes, openScene, type Scene, type ScenePerson, written } from '../scene/index.ts';
import { breakpoint } from './breakpoint.ts';

/** The real thing under the model's commands: engine, adapters, emulators and database, and the rules that always hold. */
export interface Real {
  scene: Scene;
  ann: ScenePerson;
  org: Scene['salesforce']['org'];
  name(): string;
  now(): number;
  own(sobject: string): Record<string, unknown>[];
  fault(fault: Fault): void;
  sync(): Promise<void>;
  race(): Promise<void>;
  kill(at: number): Promise<void>;
  /** What a person does may mail people; that is not ours. */
  asPerson(act: () => void): void;
  /** Holds at any time: nobody was mailed by us (I6), nothing private in Salesforce (I7), no item with two partners (I3). */
  always(): Promise<void>;
  /** Faults off, questions answered with no: then both sides are equal, and the next run writes nothing (I1, I2). */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export async function openReal(): Promise<Real> {
  const point = breakpoint();
  const scene = await openScene({ wrap: point.provider, fetch: point.fetch });
  const [ann] = scene.people as [ScenePerson];
  const { org } = scene.salesforce;
  let count = 0;
  let byPeople = 0;
  let wall = 0;
  const script: Fault[] = [];
  scene.parts.wall = () => wall;
  const parts = { ...scene.parts, store: point.port('store', scene.parts.store), desk: point.port('desk', scene.parts.desk) };
  const mails = () => Object.entries(scene.counters()).reduce((sum, [name, sent]) => sum + (name.startsWith('mails.') ? sent : 0), 0);
  const own: Real['own'] = (sobject) => scene.records(sobject).filter((row) => row.OwnerId === ann.salesforceId);
  const due = () =>
    scene.store.asSystem(({ execute }) =>
      execute('UPDATE lane SET due_at = $1, parked_until = NULL', [new Date(scene.desk.clock.now()).toISOString()]),
    );
  const run = async () => {
    await due();
    await runMailbox(scene.parts, ann.userId, new AbortController().signal);
    await trusted();
  };
  /** The suspension ladder is right about so many failures in a row; here it would only stop the test. */
  const trusted = () =>
    scene.store.asCustomers([scene.customerId], async ({ execute }) => {
      await execute('UPDATE "user" SET suspended_reason = NULL, suspended_at = NULL, failures_in_a_row = 0, refusals_in_a_row = 0');
      await execute('UPDATE salesforce_org SET parked_until = NULL, park_step = 0');
    });
  const real: Real = {
    scene,
    ann,
    org,
    own,
    name: () => `N${++count}`,
    now: () => scene.desk.clock.now(),
    fault(fault) {
      script.push(fault);
      scene.faults([...script]);
    },
    sync: run,
    async race() {
      await due();
      const one = runMailbox(scene.parts, ann.userId, new AbortController().signal);
      await new Promise((resolve) => setImmediate(resolve));
      // The second worker believes that the lease ran out long ago: only the epoch stands between them.
      await Promise.allSettled([
        one,
        runMailbox({ ...scene.parts, worker: 'other', wall: () => wall + 61_000 }, ann.userId, new AbortController().signal),
      ]);
      wall += 122_000;
      await trusted();
    },
    async kill(at) {
      await due();
      point.arm(at, at % 2 ? 'kill-before' : 'kill-after');
      await runMailbox(parts, ann.userId, new AbortController().signal).catch(() => {});
      point.disarm();
      wall += 61_000;
    },
    asPerson(act) {
      const before = mails();
      act();
      byPeople += mails() - before;
    },
    async always() {
      if (mails() !== byPeople) throw new Error(`${mails() - byPeople} mails were sent by us`);
      const doubles = await scene.rows(
        `SELECT side, object, id FROM (
           SELECT 'outlook' AS side, object, outlook_id AS id FROM link WHERE state <> 'ended' AND outlook_id IS NOT NULL
           UNION ALL SELECT 'salesforce', object, salesforce_id FROM link WHERE state <> 'ended' AND salesforce_id IS NOT NULL) ends
         GROUP BY side, object, id HAVING count(*) > 1`,
      );
      if (doubles.length > 0) throw new Error(`two partners: ${JSON.stringify(doubles)}`);
    },
    async quiet() {
      script.length = 0;
      scene.faults([]);
      for (let round = 0; round < 6; round += 1) {
        scene.advance(31 * minutes);
        await run();
        await refuseAll(scene);
      }
      scene.advance(31 * minutes);
      const last = await scene.sync();
      if (written(last) > 0) throw new Error(`not quiet: ${JSON.stringify(last.counts)}`);
      if (last.state === 'failed') throw new Error(`still failing: ${JSON.stringify(last)}`);
      await real.always();
      compareContacts(ann, own('Contact'), await endedIds(scene));
      await compareLinkedEvents(scene, ann, own('Event'));
    },
    close: () => scene.close(),
  };
  return real;
}

async function refuseAll(scene: Scene): Promise<void> {
  const act = { actor: null, onBehalfOf: null, source: 'test', activities: [], at: new Date(scene.desk.clock.now()).toISOString() };
  const held = await scene.rows<{ id: string }>(
    "SELECT id FROM issue WHERE state = 'open' AND reason IN ('delete-brake', 'invitation-guard')",
  );
  for (const { id } of held) await answerIssue(scene.store, scene.parts.ids, [scene.customerId], id, 'refuse', act as never);
}

/** Pairs that a person's no has parted stay apart. */
async function endedIds(scene: Scene): Promise<Set<string>> {
  const rows = await scene.rows<{ outlook_id: string | null; salesforce_id: string | null }>(
    "SELECT outlook_id, salesforce_id FROM link WHERE state = 'ended'",
  );
  return new Set(rows.flatMap((row) => [row.outlook_id, row.salesforce_id]).filter((id): id is string => id !== null));
}

function compareContacts(ann: ScenePerson, records: readonly Record<string, unknown>[], parted: ReadonlySet<string>): void {
  const text = (...parts: unknown[]) => parts.map((part) => part ?? '').join('|');
  const outlook = ann.mailbox
    .contacts()
    .map((item) => ({ id: String(item.id), text: text(item.givenName, item.surname, item.jobTitle, item.department) }));
  const salesforce = records.map((row) => ({ id: String(row.Id), text: text(row.FirstName, row.LastName, row.Title, row.Department) }));
  const only = (mine: typeof outlook, theirs: typeof outlook) => {
    const texts = theirs.map((one) => one.text);
    return mine.filter((one) => {
      const at = texts.indexOf(one.text);
      if (at >= 0) texts.splice(at, 1);
      return at < 0 && !parted.has(one.id);
    });
  };
  const left = { outlook: only(outlook, salesforce), salesforce: only(salesforce, outlook) };
  if (left.outlook.length + left.salesforce.length > 0) throw new Error(`the contacts differ: ${JSON.stringify(left)}`);
}

/** Each Event has at most one meeting, private ones are redacted, and what is inside the window and open to all has its partner. */
async function compareLinkedEvents(scene: Scene, ann: ScenePerson, records: readonly Record<string, unknown>[]): Promise<void> {
  const links = await scene.rows<{ outlook_id: string; salesforce_id: string }>(
    "SELECT outlook_id, salesforce_id FROM link WHERE object = 'event' AND state = 'linked'",
  );
  const bySalesforce = new Map(records.map((row) => [String(row.Id), row]));
  const mine = new Map(ann.mailbox.events().map((item) => [String(item.id), item]));
  for (const link of links) {
    const item = mine.get(link.outlook_id);
    const row = bySalesforce.get(link.salesforce_id);
    if (!item || !row) throw new Error(`a linked event lost a side: ${JSON.stringify({ link, item: item?.subject, row: row?.Subject })}`);
    if (item.sensitivity === 'private' && String(row.Subject).startsWith('N')) throw new Error(`private in Salesforce: ${row.Subject}`);
  }
}
