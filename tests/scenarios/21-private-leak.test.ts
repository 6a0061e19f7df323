import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  appointReader,
  count,
  days,
  doJob,
  guest,
  openScene,
  outlookMeeting,
  readEverything,
  type Scene,
  undoActs,
  written,
} from '../scene/index.ts';

let scene: Scene;
const secret = 'Heart surgery at the clinic';
beforeAll(async () => {
  scene = await openScene({ settings: { 'event.up': true } });
});
afterAll(() => scene.close());

it('never takes a private meeting to Salesforce', async () => {
  const [ann] = scene.people;
  ann?.mailbox.addEvent(outlookMeeting(secret, scene.desk.clock.now() + days, { sensitivity: 'private' }));
  await scene.settle();
  expect(scene.records('Event')).toEqual([]);
});

it('redacts a meeting that becomes private after it was synced', async () => {
  const [ann] = scene.people;
  const body = { contentType: 'text', content: 'Bring the x-ray pictures' };
  const meeting = ann?.mailbox.addEvent(
    outlookMeeting('Lunch', scene.desk.clock.now() + 2 * days, { body, location: { displayName: 'Ward seven' } }),
  );
  await scene.settle();
  expect(JSON.stringify(scene.records('Event'))).toContain('x-ray');
  ann?.mailbox.updateEvent(meeting?.id ?? '', { sensitivity: 'private', subject: secret });
  await scene.settle();
  const shown = JSON.stringify(scene.records('Event'));
  for (const word of ['x-ray', 'Ward', 'Lunch', 'Heart', 'clinic']) expect(shown).not.toContain(word);
  expect(scene.records('Event')).toHaveLength(1);
});

it('redacts it, and takes its guests back, also where nothing goes up any more; nothing else goes', async () => {
  const [ann] = scene.people;
  const kim = scene.salesforce.org.insert('Contact', { LastName: 'Kim', Email: 'kim@guest.example' }, ann?.salesforceId);
  const body = { contentType: 'text', content: 'The blood values' };
  const start = scene.desk.clock.now() + 3 * days;
  const add = (subject: string) => ann?.mailbox.addEvent(outlookMeeting(subject, start, { body, attendees: [guest('kim@guest.example')] }));
  const [hidden, open] = [add('Checkup'), add('Breakfast')];
  await scene.settle();
  const record = (subject: string) => scene.records('Event').find((row) => row.Subject === subject);
  const invited = (id: unknown) => scene.records('EventRelation').some((row) => row.EventId === id && row.RelationId === kim);
  const before = record('Checkup');
  expect([invited(before?.Id), invited(record('Breakfast')?.Id)]).toEqual([true, true]);
  await scene.rows(`UPDATE setting SET value = 'false' WHERE key = 'event.up'`);
  ann?.mailbox.updateEvent(hidden?.id ?? '', { sensitivity: 'private', showAs: 'free' });
  ann?.mailbox.updateEvent(open?.id ?? '', { subject: 'Brunch' });
  await scene.settle();
  const after = scene.records('Event').find((row) => row.Id === before?.Id);
  expect(after).toMatchObject({ Subject: 'Private appointment', IsPrivate: true, ShowAs: before?.ShowAs });
  expect(JSON.stringify(after)).not.toMatch(/Checkup|blood/);
  expect([invited(before?.Id), invited(record('Breakfast')?.Id)]).toEqual([false, true]);
  expect(written(await scene.sync())).toBe(0);
  await scene.rows(`UPDATE setting SET value = 'true' WHERE key = 'event.up'`);
  await scene.settle();
});

it('keeps private words out of its own books too', async () => {
  for (const table of ['observation', 'link', 'intent', 'journal', 'decision', 'issue']) {
    const rows = await scene.rows(`SELECT row_to_json(t) AS row FROM "${table}" t`);
    expect(JSON.stringify(rows)).not.toMatch(/Heart surgery/);
  }
});

describe('the words that a meeting had before it turned private', () => {
  const { ann, undo } = undoActs(() => scene);
  const words = /x-ray|theatre|ward nine|Sister Agnes|Brother Cadfael/i;
  const saying = (told: Map<string, string>) =>
    [...told].flatMap(([address, text]) => (words.test(text) ? address.replace(/[?].*/, '') : []));

  it('are read by nobody but whose mailbox it is, in any answer', async () => {
    const body = { contentType: 'text', content: 'Bring the x-ray pictures' };
    const start = scene.desk.clock.now() + 3 * days;
    const { id } = ann().mailbox.addEvent(outlookMeeting('Theatre', start, { body })) as { id: string };
    const preview = () => doJob(scene, { kind: 'preview', userId: ann().userId, parameters: {} });
    await preview();
    await scene.settle();
    const record = () => scene.records('Event').find((row) => String(row.Subject).startsWith('Theatre'));
    ann().mailbox.updateEvent(id, { location: { displayName: 'Ward nine' } });
    scene.advance(31 * 60_000);
    const { id: session } = await scene.sync();
    await undo(session);
    // Both sides name it anew: the loser is kept in the conflict inbox.
    ann().mailbox.updateEvent(id, { subject: 'Theatre of Sister Agnes' });
    scene.salesforce.org.update('Event', String(record()?.Id), { Subject: 'Theatre of Brother Cadfael' }, ann().salesforceId);
    await scene.settle();
    const at = new Date(scene.desk.clock.now()).toISOString();
    const issue = (reason: string) =>
      scene.rows(
        `INSERT INTO issue (id, customer_id, user_id, object, side, remote_id, reason, detail, state, first_seen_at, last_seen_at)
         VALUES ($1, $2, $3, 'event', 'outlook', $4, $5, $6, 'open', $7, $7)`,
        [
          scene.parts.ids.next(),
          scene.customerId,
          ann().userId,
          id,
          reason,
          JSON.stringify({ title: 'Theatre', message: 'too long: Theatre' }),
          at,
        ],
      );
    await issue('refused-by-rule');
    expect(saying(await readEverything(scene, 'administrator', 'Theatre')).length).toBeGreaterThan(8);
    ann().mailbox.updateEvent(id, { sensitivity: 'private' });
    scene.advance(31 * 60_000);
    await scene.sync();
    await preview();
    await issue('refused-by-rule');
    expect(saying(await readEverything(scene, 'administrator', 'Theatre'))).toEqual([]);
    const own = saying(await readEverything(scene, 'person', 'Theatre')).map((address) => address.replace(/[0-9a-f-]{36}/, ''));
    for (const address of ['/items/history', '/conflicts', '/jobs//rows', '/issues']) expect(own.join()).toContain(address);
    // Hundreds of answers, one after the other.
  }, 120_000);
});

describe('a shared meeting whose organizer’s mailbox does not sync', () => {
  let shared: Scene;
  const ann = () => shared.people[0]!;
  const bob = () => shared.people[1]!;
  const cid = () => shared.people[2]!;
  const words = ['Merger', 'Boardroom', 'papers', 'Kim'];
  const told = () => JSON.stringify([shared.records('Event'), shared.records('EventRelation')]);
  const event = () => shared.records('Event').find((row) => row.IsChild !== true);
  const open = () =>
    shared.rows<{ reason: string; detail: Record<string, unknown> }>(
      "SELECT reason, detail FROM issue WHERE state = 'open' AND user_id = $1 AND reason = 'private-in-salesforce'",
      [bob().userId],
    );
  const later = async () => {
    shared.advance(31 * 60_000);
    return shared.sync(bob());
  };
  beforeEach(async () => {
    shared = await openScene({ people: 3 });
    shared.salesforce.org.insert('Contact', { LastName: 'Kim', Email: 'kim@guest.example' }, ann().salesforceId);
    const body = { contentType: 'text', content: 'Bring the papers' };
    const attendees = [guest(bob().address), guest('kim@guest.example')];
    const more = { body, location: { displayName: 'Boardroom' }, attendees };
    ann().mailbox.addEvent(outlookMeeting('Merger', shared.desk.clock.now() + 2 * days, more));
    for (const one of [ann(), bob()]) await shared.settle(one);
    await shared.rows('UPDATE "user" SET synchronization_enabled = false WHERE id = $1', [ann().userId]);
    for (const one of [ann(), bob()]) one.mailbox.updateEvent(one.mailbox.events()[0]!.id, { sensitivity: 'private' });
  });
  afterEach(() => shared.close());

  /** On, and each of its syncs fails before anything is read. */
  const failing = async () => {
    await shared.rows('UPDATE "user" SET synchronization_enabled = true WHERE id = $1', [ann().userId]);
    shared.faults([{ at: 'graph.calendarView.delta', nth: 1, do: '403' }]);
    expect((await shared.sync(ann())).state).toBe('failed');
  };

  it.each([
    ['off', async () => {}],
    ['failing', failing],
  ])('is redacted as soon as an attendee’s sync sees that it is private, in the books of the mailbox that is %s', async (_how, stop) => {
    await stop();
    expect(told()).toContain('papers');
    const session = await later();
    expect(count(session, 'event', 'up', 'updated')).toBe(1);
    for (const word of words) expect(told()).not.toContain(word);
    expect(event()).toMatchObject({ Subject: 'Private appointment', IsPrivate: true, OwnerId: ann().salesforceId });
    expect(shared.records('EventRelation')).toEqual([]);
    const journal = await shared.rows('SELECT user_id, after FROM journal WHERE session_id = $1 ORDER BY id', [session.id]);
    const mine = { user_id: ann().userId };
    expect(journal).toMatchObject([
      { ...mine, after: { subject: 'Private appointment' } },
      { ...mine, after: { invitees: null } },
    ]);
    expect(written(await later())).toBe(0);
    await shared.rows('UPDATE "user" SET synchronization_enabled = true WHERE id = $1', [ann().userId]);
    for (const one of [ann(), bob()]) expect(written(await shared.sync(one))).toBe(0);
    expect(event()).toMatchObject({ Subject: 'Private appointment' });
  });

  it('is an issue for the administrator at once where nobody may, and redacted by itself as soon as somebody may', async () => {
    shared.salesforce.org.update('User', ann().salesforceId, { IsActive: false });
    await later();
    await later();
    const issues = await open();
    expect(issues).toMatchObject([{ detail: { record: event()?.Id, owner: ann().address } }]);
    for (const word of words) expect(JSON.stringify(issues)).not.toContain(word);
    expect(told()).toContain('papers');
    await appointReader(shared, cid());
    const [profile] = [...shared.salesforce.org.records('Profile')].filter((row) => row.PermissionsModifyAllData === true);
    shared.salesforce.org.update('User', cid().salesforceId, { ProfileId: profile?.Id });
    await later();
    for (const word of words) expect(told()).not.toContain(word);
    expect(await open()).toEqual([]);
    expect(written(await later())).toBe(0);
  });
});
