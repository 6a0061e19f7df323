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
