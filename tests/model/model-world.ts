import { type IssueAnswer, SyncFailure } from '../../core/model/index.ts';
import type { Fault } from '../../sandbox/faults/faults.ts';
import type { LaneParts } from '../../service/lanes/lane-parts.ts';
import { type RunResult, runMailbox } from '../../service/lanes/run-mailbox.ts';
import { answerIssues, days, minutes, openScene, type Scene, type ScenePerson, type SceneSession, written } from '../scene/index.ts';
import type { FreshDatabase } from '../setup/index.ts';
import { breakpoint } from './breakpoint.ts';
import { checkAlways } from './check-always.ts';
import { checkQuiet } from './check-quiet.ts';
import { EditBook } from './edit-book.ts';
import { hearHints } from './hear-hints.ts';
import { MailBook } from './mail-book.ts';
import { playedKinds } from './played-kinds.ts';
import type { Real } from './real.ts';
import { scheduled, type Turns } from './scheduled.ts';
import { steerJobs } from './steer-jobs.ts';
import { furnish, steerMailbox } from './steer-mailbox.ts';
import { cursorBooks, watchCursor } from './watch-cursor.ts';
import { watchEpoch } from './watch-epoch.ts';
import { watchPace } from './watch-pace.ts';

export interface RealOptions {
  database: FreshDatabase;
  people: number;
  settings: Record<string, unknown>;
  /** A further contact folder and a further task list. */
  places?: boolean;
  scheduler: Turns;
}

const forNow = new AbortController().signal;

export async function openReal(options: RealOptions): Promise<Real> {
  const point = breakpoint();
  const turn = scheduled(options.scheduler);
  const pace = watchPace(() => scene.desk.clock.now(), point.fetch.outlook);
  const { look } = options.database;
  const epochOf = async (userId: string) => {
    const [lane] = await look<{ epoch: number }>('SELECT epoch::int FROM lane WHERE user_id = $1', [userId]);
    return lane?.epoch ?? 0;
  };
  const cursors = watchCursor(cursorBooks(epochOf, look));
  const scene: Scene = await openScene({
    people: options.people,
    settings: options.settings,
    database: options.database,
    wrap: (provider) => turn.port(provider.side, point.provider(cursors.provider(provider))),
    fetch: { outlook: pace.fetch, salesforce: point.fetch.salesforce },
  });
  const people = scene.people;
  // Made later they would be found within a day only.
  if (options.places) for (const { mailbox } of people) furnish(mailbox);
  const books = people.map(() => new EditBook());
  let count = 0;
  let byPeople = 0;
  let wall = 0;
  let allowed = false;
  let script: Fault[] = [];
  let ahead = usualAhead;
  /** Whose sign-in Salesforce refuses. */
  const refused = new Set<string>();
  /** Who has no mailbox now. */
  const gone = new Set<ScenePerson>();
  const epochs = watchEpoch(cursors.store(present(scene, 'store')), epochOf);
  const parts: LaneParts = {
    ...scene.parts,
    providers: {
      async open(facts, ...rest) {
        if (refused.has(facts.user.email)) throw new SyncFailure(signInRefused);
        return scene.parts.providers.open(facts, ...rest);
      },
    },
    wall: () => wall,
    store: turn.port('store', point.port('store', epochs.store)),
    desk: turn.port('desk', point.port('desk', present(scene, 'desk'))),
  };
  const jobs = steerJobs(scene, () => parts);
  const steer = steerMailbox(scene);
  const hints = hearHints(scene);
  const mails = () => Object.entries(scene.counters()).reduce((sum, [name, sent]) => sum + (name.startsWith('mails.') ? sent : 0), 0);
  const bookOf = (person: ScenePerson) => books[people.indexOf(person)] as EditBook;
  const due = async (person: ScenePerson) => {
    bookOf(person).tried();
    await scene.store.asSystem(({ execute }) =>
      execute('UPDATE lane SET due_at = $1, parked_until = NULL WHERE user_id = $2', [
        new Date(scene.desk.clock.now()).toISOString(),
        person.userId,
      ]),
    );
    // The suspension ladder is right about so many failures in a row; here it would only stop the test.
    await scene.store.asCustomers([scene.customerId], async ({ execute }) => {
      await execute('UPDATE "user" SET suspended_reason = NULL, suspended_at = NULL, failures_in_a_row = 0, refusals_in_a_row = 0');
      await execute('UPDATE salesforce_org SET parked_until = NULL, park_step = 0');
    });
  };
  const linked = async (person: ScenePerson) =>
    new Map(
      (
        await look<{ object: string; links: number }>(
          "SELECT object, count(*)::int AS links FROM link WHERE user_id = $1 AND state = 'linked' GROUP BY object",
          [person.userId],
        )
      ).map((row) => [row.object, row.links]),
    );
  const run = async (person: ScenePerson): Promise<SceneSession | null> => {
    await due(person);
    const links = await linked(person);
    const began = scene.desk.clock.now();
    const result: RunResult = await runMailbox(parts, person.userId, forNow);
    if (result === 'closed' || jobs.holds(person)) return null;
    if (result !== 'ended') throw new Error(`a run alone ended as ${result}`);
    const session = await lastSession(scene, person);
    const braked = session.counts.filter((part) => tooMany(part.deleted, links.get(part.object) ?? 0));
    if (!allowed && braked.length > 0) throw new Error(`I11: so many deletes without a yes: ${JSON.stringify(braked)}`);
    allowed = false;
    const harmed =
      script.length === 0 ||
      refused.has(person.address) ||
      gone.has(person) ||
      script.some((fault) => fault.user === undefined || fault.user === person.address);
    if (!harmed && session.state === 'failed')
      throw new Error(`I8: faults of somebody else failed ${person.name}: ${JSON.stringify(session.error)}`);
    if (script.length === 0 && session.state === 'succeeded') bookOf(person).settled(began);
    return session;
  };
  const real: Real = {
    scene,
    book: (at) => books[at % books.length] as EditBook,
    isDeleted: (name) => books.some((book) => book.isDeleted(name)),
    shared: new Set(),
    forgotten: new Set(),
    merged: new Set(),
    parted: new Set(),
    mails: options.settings['email.up'] === true ? new MailBook(people) : null,
    get ahead() {
      return ahead;
    },
    person: (at) => people[at % people.length] as ScenePerson,
    other: (person) =>
      scene.people.find((one) => one !== person)?.salesforceId ??
      String(scene.records('User').find((row) => row.Id !== person.salesforceId)?.Id),
    name: () => `N${++count}`,
    now: () => scene.desk.clock.now(),
    // An invitee's copy of an Event is Salesforce's own doing, and no record of its own.
    records: (person, kind) => scene.records(kind.sobject).filter((row) => row.OwnerId === person.salesforceId && row.IsChild !== true),
    fault(fault) {
      script.push(fault);
      scene.faults([...script]);
    },
    async sync(person) {
      await run(person);
    },
    async race(person) {
      await due(person);
      const two = [parts, { ...parts, worker: 'other', wall: () => wall + 61_000 }];
      await turn.together(two.map((each) => () => runMailbox(each, person.userId, forNow)));
      wall += 122_000;
    },
    async kill(person, at) {
      await due(person);
      point.arm(at, at % 2 ? 'kill-before' : 'kill-after');
      await runMailbox(parts, person.userId, forNow).catch(() => {});
      point.disarm();
      wall += 61_000;
    },
    async pause(person, off) {
      await scene.store.asCustomers([scene.customerId], ({ execute }) =>
        execute('UPDATE "user" SET synchronization_enabled = $2 WHERE id = $1', [person.userId, !off]),
      );
    },
    async answer(how: IssueAnswer) {
      if ((await answerIssues(scene, how)) > 0 && how === 'allow') allowed = true;
    },
    async save(person, messageId) {
      await scene.rows(
        `INSERT INTO saved_item (customer_id, user_id, object, remote_id, asked_by, asked_at) VALUES ($1, $2, 'email', $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [scene.customerId, person.userId, messageId, person.address, new Date(scene.desk.clock.now()).toISOString()],
      );
    },
    signIn(person, taken) {
      if (taken) refused.delete(person.address);
      else refused.add(person.address);
    },
    async window(daysAhead) {
      ahead = daysAhead;
      await scene.rows("DELETE FROM setting WHERE key = 'event.window.daysAhead'");
      await scene.rows(
        `INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at)
         SELECT customer_id, level, level_id, 'event.window.daysAhead', to_jsonb($1::int), true, updated_at FROM setting WHERE key = 'event.past'`,
        [daysAhead],
      );
    },
    async undo(person, back) {
      const touched = await jobs.undo(person, back);
      for (const title of touched.titles) real.parted.add(title.split(' ')[0] as string);
      if (touched.mails) real.mails?.forget();
    },
    async reset(person) {
      const book = bookOf(person);
      for (const name of book.names) if (book.isDeleted(name)) real.forgotten.add(name);
      real.mails?.forget();
      await jobs.reset(person);
    },
    restart: () => scene.restart(),
    mailbox(person, there) {
      if (there) gone.delete(person);
      else gone.add(person);
      steer.there(person, there);
    },
    async hint(person, how) {
      const [kind] = playedKinds;
      // Subscriptions are kept for all at once, and there is nothing to keep them in.
      if (!kind || gone.size > 0) return;
      await hints.hear(person, how, script, () => {
        const name = real.name();
        kind.add(person.mailbox, name, real.now());
        bookOf(person).made(name, 'outlook', real.now());
      });
    },
    rename(person, what) {
      if (what === 'mail folder') real.mails?.rename(person);
      else steer.rename(person, what, real.name());
    },
    asPerson(act) {
      const before = mails();
      act();
      byPeople += mails() - before;
    },
    always: () =>
      checkAlways(scene, look, {
        mailsOfOurs: allowed ? 0 : mails() - byPeople,
        violations: [
          ...pace.violations.map((text) => `I9: ${text}`),
          ...cursors.violations.map((text) => `I10: ${text}`),
          ...epochs.violations.map((text) => `I12: ${text}`),
        ],
      }),
    async quiet() {
      script = [];
      scene.faults([]);
      refused.clear();
      for (const person of gone) steer.there(person, true);
      gone.clear();
      for (const person of people) await real.pause(person, false);
      await jobs.finish();
      for (const person of people) await real.pause(person, false);
      // A folder's new name is found within a day.
      if (real.mails?.wasRenamed) scene.advance(days);
      for (let round = 0; round < 10; round += 1) {
        scene.advance(31 * minutes);
        let moved = 0;
        for (const person of people) {
          const session = await run(person);
          moved += session ? written(session) + (session.state === 'failed' || session.state === 'held' ? 1 : 0) : 0;
        }
        moved += await answerIssues(scene, 'refuse', ['delete-brake', 'invitation-guard']);
        if (moved === 0 && (await waiting(scene)) === 0) break;
      }
      scene.advance(31 * minutes);
      const last: SceneSession[] = [];
      for (const person of people) last.push((await run(person)) as SceneSession);
      await real.always();
      await checkQuiet(real, people, last);
    },
    close: async () => {
      await hints.close();
      await scene.close();
    },
  };
  return real;
}

const usualAhead = 60;
const signInRefused = {
  ...{ kind: 'sign-in' as const, final: true, side: 'salesforce' as const, code: 'invalid_grant' },
  message: 'expired access/refresh token',
};

async function lastSession(scene: Scene, person: ScenePerson): Promise<SceneSession> {
  const [session] = await scene.rows<SceneSession>(
    'SELECT id, state, counts, requests, reason, error FROM session WHERE user_id = $1 ORDER BY started_at DESC, id DESC LIMIT 1',
    [person.userId],
  );
  return session as SceneSession;
}

/** The part that a restart may have put there meanwhile. */
const present = <K extends 'store' | 'desk'>(scene: Scene, name: K): Scene['parts'][K] =>
  new Proxy(scene.parts[name], { get: (_target, key) => Reflect.get(scene.parts[name], key) as unknown });

/** The delete brake as it was promised, in words of our own: more than 25 and a tenth of them, or all of three and more. */
const tooMany = (deleted: number, links: number): boolean => (deleted > 25 && deleted > links * 0.1) || (links > 2 && deleted >= links);

const waiting = async (scene: Scene): Promise<number> =>
  (await scene.rows("SELECT 1 FROM intent WHERE state IN ('proposed', 'pending', 'sending')")).length;
