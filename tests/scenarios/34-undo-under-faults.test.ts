import { afterEach, beforeEach, expect, it } from 'vitest';
import { SyncFailure } from '../../core/model/index.ts';
import { jobs } from '../../service/store/index.ts';
import { attemptJob, openScene, outlookContact, readJob, type Scene, sceneAct, written } from '../scene/index.ts';

let scene: Scene;
let session: string;
const ann = () => scene.people[0]!;

beforeEach(async () => {
  scene = await openScene();
  ann().mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  session = (await scene.sync()).id;
  await scene.settle();
});
afterEach(() => scene.close());

const begin = async (sessionId = session) => {
  const parameters = { scope: { sessionId }, dryRun: false };
  const wish = { kind: 'undo', customerId: scene.customerId, userId: ann().userId, parameters };
  return (await jobs(scene.store, scene.parts.ids).start(wish, sceneAct(scene))).id;
};
const live = () => scene.records('Contact').filter((row) => row.LastName === 'Ruiz' && !row.IsDeleted).length;
const bookOf = (id: string) =>
  scene.rows<{ state: string; reason: string | null; open: boolean }>(
    `SELECT state, reason, finished_at IS NULL AS open FROM session WHERE id = '${id}'`,
  );

it('is not told as done while the answer to a write is lost; the next attempt looks, and nothing is written twice', async () => {
  scene.faults([{ at: 'salesforce.collections.delete', nth: 1, do: 'lost-answer' }]);
  const id = await begin();
  await attemptJob(scene, id);
  expect((await readJob(scene, id)).job).toMatchObject({ state: 'queued', reason: 'pending' });
  expect((await bookOf(id))[0]).toMatchObject({ state: 'running' });
  scene.advance(5 * 60_000);
  await attemptJob(scene, id);
  const { job, rows } = await readJob(scene, id);
  expect([job.state, job.counts, rows.map((row) => row.outcome)]).toEqual(['done', { delete: 1 }, ['done']]);
  expect(await bookOf(id)).toEqual([{ state: 'succeeded', reason: null, open: false }]);
  expect(live()).toBe(0);
  scene.advance(31 * 60_000);
  expect(written(await scene.sync())).toBe(0);
});

it('of a mailbox that Salesforce lets in no more fails, and no session stays open for it', async () => {
  const { providers } = scene.parts;
  const refused = () => {
    throw new SyncFailure({ kind: 'sign-in', final: true, side: 'salesforce', code: 'INACTIVE_USER', message: 'inactive user' });
  };
  const open: typeof providers.open = async (...asked) => {
    const opened = await providers.open(...asked);
    return { ...opened, salesforce: Object.assign(Object.create(opened.salesforce), { get: refused }) };
  };
  const id = await begin();
  await attemptJob(scene, id, { parts: { providers: { ...providers, open } } });
  expect((await readJob(scene, id)).job).toMatchObject({ state: 'failed', reason: 'sign-in-salesforce' });
  expect(await bookOf(id)).toEqual([{ state: 'failed', reason: 'sign-in-salesforce', open: false }]);
  expect(live()).toBe(1);
});

/** Salesforce lets in for `let` writes of the next attempt, then no more; where `lost`, the answer to the last of them is lost. */
const signedOutAfter = (done: number, { lost = false } = {}): Scene['parts']['providers'] => {
  const { providers } = scene.parts;
  const error = { kind: 'sign-in', final: true, side: 'salesforce', code: 'INACTIVE_USER', message: 'inactive user' } as const;
  const away = { kind: 'retry-at', at: '2026-01-01T00:00:00.000Z', scope: 'item', code: 'answer-lost', message: 'lost' } as const;
  const open: typeof providers.open = async (...asked) => {
    const opened = await providers.open(...asked);
    const { salesforce } = opened;
    const write: typeof salesforce.write = async function* (writes) {
      const [through, refused] = [writes.slice(0, done), writes.slice(done)];
      for await (const answers of salesforce.write(through))
        yield answers.map((answer) => (lost ? { intentId: answer.intentId, done: false as const, error: away } : answer));
      yield refused.map(({ intentId }) => ({ intentId, done: false as const, error }));
    };
    return { ...opened, salesforce: Object.assign(Object.create(salesforce), { write }) };
  };
  return { ...providers, open };
};
const told = async (id: string) => {
  const { job, rows } = await readJob(scene, id);
  const outcomes = rows.map(({ action, outcome, reason }) => `${action} ${outcome}${reason ? ` ${reason}` : ''}`);
  return { state: job.state, reason: job.reason, counts: job.counts, rows: outcomes.sort() };
};

it('that loses its sign-in half way takes back what it has not sent, says so, and no later sync sends it', async () => {
  for (const name of ['Kim', 'Lou']) ann().mailbox.addContact(outlookContact(name, 'Ruiz'));
  const { id } = await scene.sync();
  expect(live()).toBe(3);
  const failed = await begin(id);
  await attemptJob(scene, failed, { parts: { providers: signedOutAfter(1) } });
  expect(await told(failed)).toEqual({
    state: 'failed',
    reason: 'sign-in-salesforce',
    counts: { delete: 1, failed: 1 },
    rows: ['delete done', 'delete failed sign-in-salesforce'],
  });
  expect((await bookOf(failed))[0]).toMatchObject({ state: 'failed', reason: 'sign-in-salesforce', open: false });
  scene.advance(31 * 60_000);
  expect(written(await scene.sync())).toBe(0);
  expect(live()).toBe(2);
  // Asked for again it goes on where it was stopped.
  const again = await begin(id);
  await attemptJob(scene, again);
  expect((await told(again)).rows).toEqual(['delete done', 'skip refused already-undone']);
  expect(live()).toBe(1);
});

it('that could not bring a record back leaves the pair parted, until it is asked for again', async () => {
  const first = await begin();
  await attemptJob(scene, first);
  expect(live()).toBe(0);
  const failed = await begin(first);
  await attemptJob(scene, failed, { parts: { providers: signedOutAfter(0) } });
  expect(await told(failed)).toMatchObject({ state: 'failed', rows: ['restore failed sign-in-salesforce'] });
  for (let run = 0; run < 2; run += 1) {
    scene.advance(31 * 60_000);
    expect(written(await scene.sync())).toBe(0);
  }
  expect(live()).toBe(0);
  expect(await scene.rows("SELECT state FROM link WHERE object = 'contact'")).toEqual([{ state: 'ended' }]);
  const again = await begin(first);
  await attemptJob(scene, again);
  expect([live(), (await told(again)).rows]).toEqual([1, ['restore done']]);
});

it('stays open while a write that may have arrived cannot be looked for, and ends truly afterwards', async () => {
  const id = await begin();
  await attemptJob(scene, id, { parts: { providers: signedOutAfter(1, { lost: true }) } });
  expect(await told(id)).toMatchObject({ state: 'queued', reason: 'pending' });
  scene.advance(5 * 60_000);
  await attemptJob(scene, id, { parts: { providers: signedOutAfter(0) } });
  expect(await told(id)).toMatchObject({ state: 'queued', reason: 'sign-in-salesforce', rows: ['delete planned pending'] });
  scene.advance(31 * 60_000);
  await attemptJob(scene, id);
  expect(await told(id)).toMatchObject({ state: 'done', rows: ['delete done'] });
  expect(live()).toBe(0);
});

it('ends the same after a kill at any step, with no second delete and no second record', async () => {
  for (const step of ['journalOf', 'savePlan', 'release', 'take', 'saveReceipts', 'outcomes'] as const) {
    ann().mailbox.addContact(outlookContact('Killed', step));
    const { id } = await scene.sync();
    const job = await begin(id);
    const books = scene.parts.store;
    const dying = new AbortController();
    const killed = {
      ...books,
      [step]: async (...given: never[]) => {
        const answer = await (books[step] as (...all: never[]) => Promise<unknown>)(...given);
        dying.abort(new Error('killed'));
        dying.signal.throwIfAborted();
        return answer;
      },
    };
    await expect(attemptJob(scene, job, { stop: dying.signal, parts: { store: killed } })).rejects.toThrow('killed');
    await scene.rows('UPDATE job SET lease_until = NULL WHERE id = $1', [job]);
    await scene.rows('UPDATE lane SET lease_until = NULL');
    await attemptJob(scene, job);
    const after = await readJob(scene, job);
    expect(after.job.state, step).toBe('done');
    expect(
      after.rows.map(({ action, outcome }) => `${action} ${outcome}`),
      step,
    ).toEqual(['delete done']);
    expect(
      scene.records('Contact').some((row) => row.LastName === step),
      step,
    ).toBe(false);
  }
  scene.advance(31 * 60_000);
  expect(written(await scene.sync())).toBe(0);
});
