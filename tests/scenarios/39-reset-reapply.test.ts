import { afterEach, describe, expect, it } from 'vitest';
import { clearMailboxJob } from '../../service/lanes/jobs/clear-mailbox-job.ts';
import { runJob } from '../../service/lanes/jobs/run-job.ts';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import { clearBooks, customizationDesk, endClear, jobDesk } from '../../service/store/index.ts';
import { breakpoint } from '../model/breakpoint.ts';
import {
  days,
  guest,
  minutes,
  openScene,
  outlookContact,
  outlookMeeting,
  type Scene,
  type ScenePerson,
  salesforceContact,
  salesforceMeeting,
  written,
} from '../scene/index.ts';

let scene: Scene;
afterEach(() => scene.close());

const byMark = { 'contact.trigger': 'category', 'event.trigger': 'category', 'task.trigger': 'category' };
const mine = { categories: ['Salesforce'] };
const act = () => ({
  actor: null,
  onBehalfOf: null,
  source: 'test',
  at: new Date(scene.desk.clock.now()).toISOString(),
  activities: [],
});

interface Jobs {
  start(kind: 'reset' | 'reapply', person: ScenePerson): Promise<string>;
  run(id: string): Promise<string>;
}

/** The jobs of this scene; `port` may stand between the job and what it works with, to break it. */
function jobsOf(port: <T extends object>(name: string, real: T) => T = (_name, real) => real, wall = () => Date.now()): Jobs {
  const { store, parts } = scene;
  const jobs = port('jobs', jobDesk(store));
  const books = port('books', clearBooks(store, parts.ids));
  const end: Parameters<typeof clearMailboxJob>[1]['end'] = (lane, job, at) => endClear(store, parts.ids, lane, job, at);
  const clear = clearMailboxJob({ ...parts, wall }, { books, ...port('end', { end }) });
  return {
    async start(kind, person) {
      const mailbox = { customerId: scene.customerId, userId: person.userId };
      const started = await customizationDesk(store, parts.ids).start(mailbox, kind, act());
      if (!started.ok) throw new Error(`${started.kind} has the mailbox`);
      return started.jobId;
    },
    async run(id) {
      const handlers = { reset: clear, reapply: clear };
      const failed = (error: unknown) => {
        throw error;
      };
      return runJob({ jobs, handlers, clock: parts.clock, wall, worker: 'scene', failed }, id, new AbortController().signal);
    },
  };
}

/** A mailbox with the user's own, with what came down, with what came down and was edited, and with a meeting with guests. */
async function lived(settings: Record<string, unknown> = byMark): Promise<ScenePerson> {
  scene = await openScene({ settings });
  const ann = scene.people[0] as ScenePerson;
  const { org } = scene.salesforce;
  const soon = scene.desk.clock.now() + days;
  ann.mailbox.addContact(outlookContact('Own', 'Contact', mine));
  ann.mailbox.addContact(outlookContact('Private', 'Friend'));
  ann.mailbox.addEvent(outlookMeeting('Own meeting', soon, mine));
  ann.mailbox.addTask({ title: 'Own task', categories: ['Salesforce'] });
  for (const name of ['Flo', 'Gus', 'Hal']) org.insert('Contact', salesforceContact(name, 'Down'), ann.salesforceId);
  for (const name of ['Talk', 'Visit', 'Demo']) org.insert('Event', salesforceMeeting(name, soon), ann.salesforceId);
  org.insert('Task', { Subject: 'Call', Status: 'Not Started', Priority: 'Normal' }, ann.salesforceId);
  await scene.settle();
  const contact = (name: string) => String(ann.mailbox.contacts().find((one) => one.givenName === name)?.id);
  const event = (subject: string) => String(ann.mailbox.events().find((one) => one.subject === subject)?.id);
  ann.mailbox.updateContact(contact('Gus'), { jobTitle: 'Edited and synced' });
  ann.mailbox.updateEvent(event('Visit'), { attendees: [guest('kim@guest.example')] });
  await scene.settle();
  ann.mailbox.updateEvent(event('Demo'), { location: { displayName: 'Edited, not synced yet' } });
  return ann;
}

const standing = (ann: ScenePerson) => ({
  contacts: ann.mailbox
    .contacts()
    .map((one) => String(one.givenName))
    .sort(),
  events: ann.mailbox
    .events()
    .map((one) => String(one.subject))
    .sort(),
  tasks: ann.mailbox.places
    .taskLists()
    .flatMap((list) => ann.mailbox.tasks(list.id))
    .map((one) => String(one.title))
    .sort(),
  places: [
    ...ann.mailbox.places.categories().filter((name) => name.includes('Salesforce')),
    ...ann.mailbox.places.contactFolders().map((one) => one.displayName),
    ...ann.mailbox.places.taskLists().map((one) => one.displayName),
  ],
});
const cleared = {
  contacts: ['Gus', 'Own', 'Private'],
  events: ['Demo', 'Own meeting', 'Visit'],
  tasks: ['Own task'],
  places: ['Tasks', 'Flagged Emails'],
};
const whole = {
  contacts: ['Flo', 'Gus', 'Hal', 'Own', 'Private'],
  events: ['Demo', 'Own meeting', 'Talk', 'Visit'],
  tasks: ['Call', 'Own task'],
  places: ['Salesforce', 'Salesforce Contacts', 'Tasks', 'Flagged Emails', 'Salesforce Tasks'],
};
const salesforce = () => ['Contact', 'Event', 'Task'].map((name) => scene.records(name).length);
const mails = () => Object.entries(scene.counters()).filter(([name, times]) => name.startsWith('mails.') && times > 0);

describe('reset mailbox', () => {
  it('says before what it would do', async () => {
    const ann = await lived();
    await scene.settle();
    const preview = await customizationDesk(scene.store, scene.parts.ids).preview([scene.customerId], ann.userId);
    const sorted = [...preview.objects].sort((one, other) => (one.object < other.object ? -1 : 1));
    expect(sorted).toEqual([
      { object: 'contact', removed: 2, edited: 1, meetings: 0, other: 0 },
      { object: 'event', removed: 1, edited: 1, meetings: 1, other: 0 },
      { object: 'task', removed: 1, edited: 0, meetings: 0, other: 0 },
    ]);
    expect(preview.pairs).toBe(6);
    expect(preview.pieces.map((piece) => piece.kind)).toEqual(['category', 'contact-folder', 'task-list']);
  });

  it('takes out what Lockstep put in and nobody touched, and nothing else; synchronization stays off', async () => {
    const ann = await lived();
    const before = salesforce();
    const jobs = jobsOf();
    const id = await jobs.start('reset', ann);
    expect(await runMailbox(scene.parts, ann.userId, new AbortController().signal)).toBe('not-due');
    expect(await jobs.run(id)).toBe('ended');
    expect(standing(ann)).toEqual(cleared);
    expect(salesforce()).toEqual(before);
    expect(mails()).toEqual([]);
    const [user] = await scene.rows('SELECT synchronization_enabled, initialized_at FROM "user"');
    expect(user).toEqual({ synchronization_enabled: false, initialized_at: null });
    const [job] = await scene.rows<{ state: string; counts: Record<string, number> }>('SELECT state, counts FROM job');
    expect(job).toMatchObject({
      state: 'done',
      counts: { 'contact.removed': 2, 'contact.kept': 1, 'event.removed': 1, 'event.kept': 2, 'task.removed': 1, 'piece.removed': 3 },
    });
    const types = await scene.rows<{ type: string }>('SELECT type FROM activity');
    expect(types.map((row) => row.type)).toEqual(['customization-uninstalled']);
    const why = await scene.rows<{ title: string; reason: string }>(
      "SELECT title, reason FROM job_row WHERE outcome = 'refused' ORDER BY title",
    );
    expect(why).toEqual([
      { title: 'Demo', reason: 'edit-beats-delete' },
      { title: 'Gus Down', reason: 'edit-beats-delete' },
      { title: 'Visit', reason: 'invitation-guard' },
    ]);
  });

  it('the next first run puts all in again: nothing doubled, nothing lost, the run after it quiet', async () => {
    const ann = await lived();
    const before = salesforce();
    const jobs = jobsOf();
    await jobs.run(await jobs.start('reset', ann));
    await scene.rows('UPDATE "user" SET synchronization_enabled = true');
    const sessions = await scene.settle();
    expect(written(sessions.at(-1) as (typeof sessions)[number])).toBe(0);
    expect(standing(ann)).toEqual(whole);
    expect(salesforce()).toEqual(before);
    expect(scene.records('Event').map((row) => row.Location)).toContain('Edited, not synced yet');
  });

  it('leaves a folder that stood there before, and one in which a person put something', async () => {
    scene = await openScene({ settings: byMark });
    const ann = scene.people[0] as ScenePerson;
    ann.mailbox.places.addCategory('Salesforce');
    await scene.settle();
    const folder = ann.mailbox.places.contactFolders().find((one) => one.displayName === 'Salesforce Contacts');
    ann.mailbox.addContact(outlookContact('Own', 'Inside'), folder?.id);
    await scene.settle();
    const jobs = jobsOf();
    await jobs.run(await jobs.start('reset', ann));
    expect(standing(ann).places).toEqual(['Salesforce', 'Salesforce Contacts', 'Tasks', 'Flagged Emails']);
    expect(ann.mailbox.contacts(folder?.id)).toHaveLength(1);
    const why = await scene.rows<{ title: string; reason: string }>("SELECT title, reason FROM job_row WHERE outcome = 'refused'");
    expect(why.sort((one, other) => (one.title < other.title ? -1 : 1))).toEqual([
      { title: 'Salesforce', reason: 'not-ours' },
      { title: 'Salesforce Contacts', reason: 'piece-not-empty' },
    ]);
  });

  it('asked twice is one job; while it waits, neither a session nor a reapply begins', async () => {
    const ann = await lived();
    const jobs = jobsOf();
    const id = await jobs.start('reset', ann);
    expect(await jobs.start('reset', ann)).toBe(id);
    await expect(jobs.start('reapply', ann)).rejects.toThrow('reset has the mailbox');
    await expect(scene.sync()).rejects.toThrow('not-due');
    await jobs.run(id);
    expect(await jobs.run(id)).toBe('not-due');
  });

  it('waits while a session runs', async () => {
    const ann = await lived();
    const jobs = jobsOf();
    const id = await jobs.start('reset', ann);
    await scene.store.asSystem(({ execute }) =>
      execute("UPDATE lane SET lease_until = $1, worker = 'other'", [new Date(Date.now() + 60_000).toISOString()]),
    );
    expect(await jobs.run(id)).toBe('later');
    expect(standing(ann).contacts).toEqual(whole.contacts);
  });
});

describe('reapply customization', () => {
  it('clears and syncs afresh: the same mailbox, the same Salesforce, then quiet', async () => {
    const ann = await lived();
    await scene.settle();
    const before = { outlook: standing(ann), salesforce: salesforce() };
    const jobs = jobsOf();
    await jobs.run(await jobs.start('reapply', ann));
    expect(standing(ann)).toEqual(cleared);
    expect(await runMailbox(scene.parts, ann.userId, new AbortController().signal)).toBe('ended');
    expect(standing(ann)).toEqual(before.outlook);
    scene.advance(31 * minutes);
    expect(written(await scene.sync())).toBe(0);
    expect(salesforce()).toEqual(before.salesforce);
    expect(mails()).toEqual([]);
    expect((await scene.rows<{ type: string }>('SELECT type FROM activity')).map((row) => row.type)).toEqual(['customization-reapplied']);
  });

  it('heals the books: a lost pair, a base that tells nothing, a place in a listing that is wrong', async () => {
    const ann = await lived({});
    await scene.settle();
    await scene.rows("UPDATE link SET base_outlook = '{}', base_salesforce = '{}' WHERE object = 'contact'");
    await scene.rows("UPDATE collection SET cursor = 'nonsense' WHERE side = 'outlook'");
    await scene.rows("DELETE FROM link WHERE object = 'contact' AND made_by_us = 'salesforce'");
    const before = { outlook: standing(ann), salesforce: salesforce() };
    const jobs = jobsOf();
    await jobs.run(await jobs.start('reapply', ann));
    await scene.settle();
    expect(standing(ann)).toEqual(before.outlook);
    expect(salesforce()).toEqual(before.salesforce);
  });

  it('killed at each step, before it or after it, and begun again by another process, ends the same', async () => {
    const point = breakpoint();
    scene = await openScene({ settings: byMark, fetch: point.fetch });
    const ann = scene.people[0] as ScenePerson;
    for (const name of ['Flo', 'Gus']) scene.salesforce.org.insert('Contact', salesforceContact(name, 'Down'), ann.salesforceId);
    ann.mailbox.addContact(outlookContact('Own', 'Contact', mine));
    await scene.settle();
    const before = { outlook: standing(ann), salesforce: salesforce() };
    const broken = jobsOf(point.port);
    const next = jobsOf(undefined, () => Date.now() + 61_000);
    let steps = 1;
    for (let at = 0; at <= steps; at += 1) {
      const id = await broken.start('reapply', ann);
      point.arm(at, at % 2 === 0 ? 'kill-before' : 'kill-after');
      await broken.run(id).catch(() => {});
      if (at === 0) steps = point.calls.length;
      const step = `${at} of ${steps}: ${point.calls.at(-1)}`;
      point.disarm();
      await next.run(id);
      const [job] = await scene.rows<{ state: string; counts: Record<string, number> }>('SELECT state, counts FROM job WHERE id = $1', [
        id,
      ]);
      expect(job, step).toMatchObject({ state: 'done', counts: { 'contact.removed': 2, 'piece.removed': 3 } });
      scene.advance(31 * minutes);
      await scene.sync();
      expect({ outlook: standing(ann), salesforce: salesforce() }, step).toEqual(before);
    }
    expect(steps).toBeGreaterThan(12);
    scene.advance(31 * minutes);
    expect(written(await scene.sync())).toBe(0);
    const done = await scene.rows<{ count: number }>("SELECT count(*)::int AS count FROM activity WHERE type = 'customization-reapplied'");
    expect(done).toEqual([{ count: steps + 1 }]);
  }, 300_000);
});
