import { afterEach, describe, expect, it } from 'vitest';
import {
  days,
  guest,
  openScene,
  outlookContact,
  outlookMail,
  outlookMeeting,
  outlookSeries,
  recipient,
  type Scene,
  written,
} from '../scene/index.ts';

let scene: Scene;
const open = async (settings: Record<string, unknown> = {}) => {
  scene = await openScene({ settings: { 'email.up': true, ...settings }, people: 2 });
};
afterEach(() => scene.close());

const halfHour = 31 * 60_000;
const wall = (at: number) => new Date(at).toISOString().slice(0, 19);
const ann = () => scene.people[0]!;
const subjects = () =>
  scene
    .records('EmailMessage')
    .map((mail) => mail.Subject)
    .sort();
const receive = (subject: string, from: string, more: Record<string, unknown> = {}) => {
  scene.advance(60_000);
  const now = new Date(scene.desk.clock.now()).toISOString();
  return ann().mailbox.addMessage(outlookMail(subject, from, { receivedDateTime: now, sentDateTime: now, ...more }));
};
const marked = { categories: ['Salesforce'] };
const reasons = async () => {
  const rows = await scene.rows<{ reason: string }>(
    "SELECT reason FROM decision WHERE object = 'email' AND side = 'outlook' ORDER BY reason",
  );
  return rows.map((row) => row.reason);
};

describe('what comes by itself', () => {
  it('is what a Contact or Lead is on, without the block lists, and never what colleagues write to each other', async () => {
    await open({ 'email.autoSave': true, 'exclude.addresses': ['doctor@guest.example'], 'exclude.domains': ['press.example'] });
    scene.salesforce.org.insert('Contact', { LastName: 'Kim', Email: 'Kim@Guest.example' });
    scene.salesforce.org.insert('Lead', { LastName: 'Lo', Company: 'Lo', Status: 'Open', Email: 'lo@lead.example' });
    scene.salesforce.org.insert('Contact', { LastName: 'Doctor', Email: 'doctor@guest.example' });
    scene.salesforce.org.insert('Contact', { LastName: 'Paper', Email: 'ed@news.press.example' });
    receive('Known contact', 'kim@guest.example');
    receive('Known lead', 'lo@lead.example');
    receive('Nobody', 'nobody@guest.example');
    receive('Blocked address', 'kim@guest.example', { ccRecipients: [recipient('doctor@guest.example')] });
    receive('Blocked domain', 'ed@news.press.example');
    receive('Among colleagues', 'bob@lockstep.example', marked);
    await scene.settle();
    expect(subjects()).toEqual(['Known contact', 'Known lead']);
    // The mark of a person is a wish, but not for what never travels.
    expect(await reasons()).toEqual(['internal-only', 'new-on-outlook', 'new-on-outlook', 'no-match']);
    scene.salesforce.org.insert('Contact', { LastName: 'Somebody', Email: 'nobody@guest.example' });
    scene.advance(8 * days);
    await scene.settle();
    expect(subjects()).toEqual(['Known contact', 'Known lead', 'Nobody']);
  });

  it('begins with the activation, however long no sync came about; the past only where an admin asks', async () => {
    await open();
    const old = new Date(scene.desk.clock.now() - 40 * 24 * 3_600_000).toISOString();
    ann().mailbox.addMessage(outlookMail('Old', 'kim@guest.example', { ...marked, receivedDateTime: old, sentDateTime: old }));
    receive('New', 'kim@guest.example', marked);
    await scene.settle();
    expect(subjects()).toEqual(['New']);
    receive('While it stood still', 'kim@guest.example', marked);
    scene.advance(3 * 7 * 24 * 3_600_000);
    await scene.settle();
    expect(subjects()).toEqual(['New', 'While it stood still']);
    await scene.rows("UPDATE setting SET value = 'true' WHERE key = 'event.past'");
    await scene.rows(
      `INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at)
       SELECT customer_id, level, level_id, 'email.past', 'true', true, updated_at FROM setting WHERE key = 'email.up'`,
    );
    scene.advance(halfHour);
    await scene.settle();
    expect(subjects()).toEqual(['New', 'Old', 'While it stood still']);
  });

  it('costs no request where mail is off, and none but by hand where only Save takes it', async () => {
    await open({ 'email.up': false });
    receive('Marked', 'kim@guest.example', marked);
    await scene.settle();
    const asked = (pattern: RegExp) => Object.keys(scene.counters()).filter((name) => pattern.test(name));
    expect(asked(/graph\.(messages|mailFolders|attachments)/)).toEqual([]);
    await scene.close();
    await open({ 'email.trigger': 'saved' });
    receive('Marked', 'kim@guest.example', marked);
    await scene.settle();
    expect(asked(/graph\.(messages|attachments)/)).toEqual([]);
    expect(subjects()).toEqual([]);
  });
});

describe('Save in the pane', () => {
  const save = (remoteId: string, object = 'email') =>
    scene.rows(
      `INSERT INTO saved_item (customer_id, user_id, object, remote_id, asked_by, asked_at) VALUES ($1, $2, $5, $3, 'ann@lockstep.example', $4)`,
      [scene.customerId, ann().userId, remoteId, new Date(scene.desk.clock.now()).toISOString(), object],
    );

  it('takes a mail of any age and place, once, and not what a person threw away before the sync', async () => {
    await open({ 'email.trigger': 'saved' });
    const old = new Date(scene.desk.clock.now() - 40 * 24 * 3_600_000).toISOString();
    const kept = ann().mailbox.addMessage(outlookMail('Kept', 'kim@guest.example', { receivedDateTime: old }), 'archive');
    const gone = ann().mailbox.addMessage(outlookMail('Gone', 'kim@guest.example', { receivedDateTime: old }));
    await save(kept.id);
    await save(gone.id);
    ann().mailbox.deleteMessage(gone.id);
    await scene.settle();
    expect(subjects()).toEqual(['Kept']);
    expect(await scene.rows('SELECT 1 FROM saved_item WHERE taken_at IS NULL')).toEqual([]);
    expect(await reasons()).toEqual(expect.arrayContaining(['gone', 'new-on-outlook']));
  });

  it('gives a meeting and a contact the category, once and beside their own, and mails nobody', async () => {
    await open({ 'event.trigger': 'category', 'contact.trigger': 'category' });
    const soon = scene.desk.clock.now() + days;
    const add = (body: Record<string, unknown>) =>
      ann().mailbox.addEvent({ ...body, attendees: [guest('kim@guest.example')] }) as { id: string };
    const [meeting, secret, other] = [
      add(outlookMeeting('Renewal', soon, { categories: ['Red'] })),
      add(outlookMeeting('Doctor', soon)),
      add(outlookMeeting('Not asked for', soon)),
    ];
    const series = add(outlookSeries('Weekly', soon, 3));
    const contact = ann().mailbox.addContact(outlookContact('Nora', 'New')) as { id: string };
    await scene.settle();
    expect(scene.records('Event')).toEqual([]);
    const second = ann().mailbox.instances(series.id, wall(soon), wall(soon + 30 * days))[1] as { id: string };
    for (const { id } of [meeting, secret, second]) await save(id, 'event');
    await save(contact.id, 'contact');
    // Made private after the person asked, before the sync: it stays what it is.
    ann().mailbox.updateEvent(secret.id, { sensitivity: 'private' });
    scene.advance(halfHour);
    await scene.settle();
    expect(scene.records('Event').map(({ Subject }) => Subject)).toEqual(['Renewal', 'Weekly']);
    expect(scene.records('Contact').map(({ LastName }) => LastName)).toEqual(['New']);
    expect(
      [meeting, secret, other].map(
        ({ id }) =>
          ann()
            .mailbox.events()
            .find((one) => one.id === id)?.categories,
      ),
    ).toEqual([['Red', 'Salesforce'], [], []]);
    expect(Object.keys(scene.counters()).filter((name) => name.startsWith('mails.'))).toEqual([]);
    expect(await scene.rows('SELECT 1 FROM saved_item WHERE taken_at IS NULL')).toEqual([]);
    const why = await scene.rows("SELECT reason FROM decision WHERE side = 'outlook' AND remote_id = $1", [secret.id]);
    expect(why).toEqual([{ reason: 'private' }]);
    expect(written(await scene.sync())).toBe(0);
  });
});

describe('an org without Enhanced Email', () => {
  it('gets a Task of subtype Email, once, with its file, also when the answer is lost', async () => {
    await open();
    scene.salesforce.control.set({ enhancedEmail: false });
    const contactId = scene.salesforce.org.insert('Contact', { LastName: 'Kim', Email: 'kim@guest.example' });
    receive('The offer', 'kim@guest.example', { ...marked, attachments: [{ name: 'a.txt', contentBytes: 'YQ==' }] });
    scene.faults([{ at: 'salesforce.collections.upsert', nth: 1, do: 'lost-answer' }]);
    for (let run = 0; run < 3; run += 1) {
      await scene.sync();
      scene.advance(halfHour);
    }
    expect(scene.records('EmailMessage')).toEqual([]);
    expect(scene.records('Task')).toMatchObject([
      { Subject: 'Email: The offer', TaskSubtype: 'Email', Status: 'Completed', WhoId: contactId },
    ]);
    expect(scene.records('ContentDocument').map((file) => file.Title)).toEqual(['a.txt']);
    expect(ann().mailbox.tasks()).toEqual([]);
  });
});

describe('hostile mails', () => {
  it('are saved as far as they can be, and nothing else of the mailbox waits for them', async () => {
    await open({ 'task.up': false, 'task.down': false });
    const nasty = 'a\u0000b\u202Etxt.exe\ud800 \u{1F600} שלום';
    receive(nasty, 'kim@guest.example', { ...marked, internetMessageId: '' });
    receive('No address', 'kim@guest.example', {
      ...marked,
      from: { emailAddress: { name: 'Undisclosed', address: 'not an address' } },
      internetMessageId: 'no brackets at all',
    });
    receive('Odd sender', 'müller@größe.example', marked);
    receive('Long', 'kim@guest.example', {
      ...marked,
      body: { contentType: 'html', content: `<div>${'<b>long &amp; bold</b>'.repeat(20_000)}` },
    });
    receive('Huge', 'kim@guest.example', { ...marked, body: { contentType: 'text', content: 'x'.repeat(50_000_000) } });
    receive('Scripted', 'kim@guest.example', {
      ...marked,
      body: {
        contentType: 'html',
        content:
          '<p onclick="x()">Hi<img src="https://track.example/p.gif" alt="logo"><a href="javascript:x()">go</a><iframe src="//x"></iframe></p>',
      },
    });
    const many = Array.from({ length: 500 }, (_, index) => recipient(`person${index}@guest.example`));
    receive('To many', 'kim@guest.example', { ...marked, toRecipients: many });
    ann().mailbox.addContact({ givenName: 'Kim', surname: 'Lee' });
    await scene.settle();
    const mails = new Map(scene.records('EmailMessage').map((mail) => [String(mail.Subject), mail]));
    expect(scene.records('EmailMessage')).toHaveLength(7);
    expect(mails.get('Long')!.HtmlBody).toMatch(/cut here/);
    expect(String(mails.get('Long')!.HtmlBody).length).toBeLessThanOrEqual(131_072);
    expect(mails.get('Huge')!.TextBody).toMatch(/^x{200,}/);
    expect(mails.get('Scripted')!.HtmlBody).toBe(
      '<p>Hi<span>[logo]</span><a rel="noopener noreferrer nofollow" target="_blank">go</a></p>',
    );
    expect(mails.get('No address')!.FromName).toBe('Undisclosed');
    expect(mails.get('Odd sender')!.FromName).toContain('<müller@größe.example>');
    expect(String(mails.get('To many')!.ToAddress).length).toBeLessThanOrEqual(4_000);
    expect(scene.records('Contact').map((contact) => contact.LastName)).toContain('Lee');
    expect(await scene.rows("SELECT detail->>'message' AS message FROM issue WHERE reason = 'file-not-readable'")).toHaveLength(1);
  });
});
