import { afterEach, beforeEach, expect, it } from 'vitest';
import { SyncFailure } from '../../core/model/index.ts';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import { directory, jobs } from '../../service/store/index.ts';
import {
  addSource,
  attemptJob,
  days,
  doJob,
  openScene,
  outlookContact,
  outlookMeeting,
  readJob,
  type Scene,
  sceneAct,
} from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ people: 2 });
  for (const person of scene.people) person.mailbox.addContact(outlookContact('Guest', person.name));
  await scene.rows('UPDATE "user" SET synchronization_enabled = false');
});
afterEach(() => scene.close());

const wall = () => [scene.customerId];
const people = () => directory(scene.store, scene.parts.ids);
const ann = () => scene.people[0]?.userId ?? '';
const status = async () => {
  const user = await people().user(wall(), ann());
  return { enabled: user?.synchronizationEnabled, awaits: user?.awaitsPreview };
};
const enable = (enabled = true) => people().setSynchronization(wall(), ann(), enabled, sceneAct(scene));
const newest = () => jobs(scene.store, scene.parts.ids).newest(wall(), ann(), 'preview');
const run = async () => {
  await scene.rows('UPDATE lane SET due_at = $1', [new Date(scene.parts.clock.now()).toISOString()]);
  return runMailbox(scene.parts, ann(), new AbortController().signal);
};

it('waits for a yes to the preview that switching on for the first time has made', async () => {
  await enable();
  expect(await status()).toEqual({ enabled: true, awaits: true });
  expect(await run()).toBe('closed');
  const job = await newest();
  await attemptJob(scene, job?.id ?? '');
  expect((await readJob(scene, job?.id ?? '')).rows).toMatchObject([{ action: 'create', direction: 'up', title: 'Guest Ann' }]);
  expect(await run()).toBe('closed');
  expect(scene.records('Contact').some((row) => row.LastName === 'Ann')).toBe(false);

  await people().confirmPreview(wall(), ann(), job?.id ?? '', sceneAct(scene));
  expect(await run()).toBe('ended');
  expect(scene.records('Contact').some((row) => row.LastName === 'Ann')).toBe(true);
  const actions = await scene.rows<{ action: string }>('SELECT action FROM audit ORDER BY sequence');
  expect(actions.map((entry) => entry.action)).toEqual(['enable synchronization', 'confirm preview']);
});

it('asks once: who has synced before begins at once, and a second yes changes nothing', async () => {
  await enable();
  const job = await newest();
  for (let n = 0; n < 2; n += 1) await people().confirmPreview(wall(), ann(), job?.id ?? '', sceneAct(scene));
  await run();
  await enable(false);
  await enable();
  expect(await status()).toEqual({ enabled: true, awaits: false });
  expect(await scene.rows("SELECT 1 FROM audit WHERE action = 'confirm preview'")).toHaveLength(1);
});

it('begins at once where a setting says so', async () => {
  const at = new Date(scene.parts.clock.now()).toISOString();
  await scene.rows(
    "INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at) VALUES ($1, 'customer', $1, 'activation.preview', 'false', true, $2)",
    [scene.customerId, at],
  );
  await enable();
  expect(await status()).toEqual({ enabled: true, awaits: false });
  expect(await run()).toBe('ended');
});

/** A Team with a meeting in its calendar, owned by Ann and switched on. */
async function addTeam(name: string) {
  const own = { visibility: 'Public' as const, isTeam: true, members: [], timeZone: 'UTC' };
  const mail = `${name}@lockstep.example`;
  const { id } = scene.graph.groups.add({ displayName: name, mail, ...own });
  scene.graph.groups.calendar(id).addEvent(outlookMeeting(name, scene.desk.clock.now() + 2 * days));
  return addSource(scene, { kind: 'team', remoteId: id, name, address: mail }, scene.people[0]!);
}

it('of an organization goes mailbox by mailbox, says whose cannot be read, and ends the same after a kill', async () => {
  const [organization] = await scene.rows<{ id: string }>('SELECT id FROM organization');
  const bob = scene.people[1];
  // What is switched on of Teams and sites comes last, and is no mailbox.
  const team = await addTeam('aaa');
  const off = await addTeam('Off');
  await scene.rows('UPDATE "user" SET synchronization_enabled = false WHERE id = $1', [off.userId]);
  const { open } = scene.parts.providers;
  scene.parts.providers = {
    open: async (facts, ...more) => {
      if (facts.user.id !== bob?.userId) return open(facts, ...more);
      throw new SyncFailure({ kind: 'sign-in', final: true, side: 'salesforce', code: 'not-connected', message: 'never signed in' });
    },
  };
  const ask = { kind: 'preview-organization', organizationId: organization?.id ?? null, parameters: {} };
  const { job, rows } = await doJob(scene, ask);
  expect(job).toMatchObject({
    state: 'done',
    counts: { 'contact.up.create': 1, mailboxes: 2, sources: 1, failed: 1, 'event.up.create': 1 },
  });
  expect(rows.map((row) => [row.userId, row.action, row.reason])).toEqual([
    [ann(), 'create', 'new-on-outlook'],
    [bob?.userId, 'skip', 'sign-in-salesforce'],
    [team.userId, 'create', 'new-on-outlook'],
  ]);
  const books = jobs(scene.store, scene.parts.ids);
  const byMailbox = await books.mailboxes([scene.customerId], job.id, { limit: 10 });
  expect(byMailbox).toMatchObject([
    { userId: bob?.userId, kind: 'mailbox', failed: 1, skips: 0, recipients: 0 },
    { userId: team.userId, kind: 'team', creates: 1, failed: 0 },
    { userId: ann(), kind: 'mailbox', creates: 1, failed: 0 },
  ]);
  const second = byMailbox[1];
  expect(await books.mailboxes([scene.customerId], job.id, { after: second, limit: 10 })).toMatchObject([{ userId: ann() }]);
  expect(await books.newestOf([scene.customerId], organization?.id ?? '', ask.kind)).toMatchObject({ id: job.id });
  expect(await books.lanesIn([scene.customerId], organization?.id ?? '')).toEqual({ mailboxes: 2, sources: 1 });

  // Killed after the first mailbox: the second attempt begins with the second one.
  const dying = new AbortController();
  const { id } = await jobs(scene.store, scene.parts.ids).start({ ...ask, customerId: scene.customerId }, sceneAct(scene));
  const { desk } = scene.parts;
  const letGo: typeof desk.letGo = async (lane) => {
    await desk.letGo(lane);
    dying.abort(new Error('killed'));
  };
  await expect(attemptJob(scene, id, { stop: dying.signal, parts: { desk: { ...desk, letGo } } })).rejects.toThrow('killed');
  expect((await readJob(scene, id)).job.state).toBe('running');
  await scene.rows('UPDATE job SET lease_until = NULL WHERE id = $1', [id]);
  await attemptJob(scene, id);
  const again = await readJob(scene, id);
  expect(again.job.counts).toEqual(job.counts);
  expect(again.rows.map(({ position: _, ...row }) => row)).toEqual(rows.map(({ position: _, ...row }) => row));
});
