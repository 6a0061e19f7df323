import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doJob, openScene, outlookMail, type Scene, written } from '../scene/index.ts';

let scene: Scene;
const halfHour = 31 * 60_000;
beforeEach(async () => {
  scene = await openScene({ settings: { 'email.up': true }, people: 2 });
});
afterEach(() => scene.close());

const ann = () => scene.people[0]!;
const bob = () => scene.people[1]!;
const mails = () => scene.records('EmailMessage');
const marked = { categories: ['Salesforce'] };
const outside = 'kim@guest.example';
const bytes = (length: number) => Buffer.alloc(length, 'x').toString('base64');
const receive = (subject: string, more: Record<string, unknown> = {}, who = ann()) => {
  scene.advance(60_000);
  const now = new Date(scene.desk.clock.now()).toISOString();
  return who.mailbox.addMessage(outlookMail(subject, outside, { receivedDateTime: now, sentDateTime: now, ...more }));
};

describe('an undo of a saved mail', () => {
  const undo = async (sessionId: string, who = ann()) => {
    const { job, rows } = await doJob(scene, { kind: 'undo', userId: who.userId, parameters: { scope: { sessionId }, dryRun: false } });
    return { id: job.id, rows: rows.map((row) => `${row.action} ${row.outcome}${row.reason ? ` ${row.reason}` : ''}`) };
  };
  const relations = () =>
    scene
      .records('EmailMessageRelation')
      .map(({ RelationType }) => RelationType)
      .sort();

  it('takes the record away and brings it back with its text, people and files; no sync saves it again by itself', async () => {
    scene.salesforce.org.insert('Contact', { LastName: 'Kim', Email: outside });
    const attachments = [{ name: 'offer.pdf', contentType: 'application/pdf', contentBytes: bytes(40) }];
    receive('The offer', { ...marked, attachments });
    const { id } = await scene.sync();
    const before = [mails(), relations(), scene.records('ContentDocumentLink').length];
    expect(before).toMatchObject([[{ Subject: 'The offer' }], ['FromAddress', 'ToAddress'], expect.any(Number)]);
    const first = await undo(id);
    expect([first.rows, mails()]).toEqual([['delete done'], []]);
    for (let run = 0; run < 2; run += 1) {
      scene.advance(halfHour);
      expect(written(await scene.sync())).toBe(0);
    }
    expect((await undo(id)).rows).toEqual(['skip refused already-undone']);
    expect((await undo(first.id)).rows).toEqual(['restore done']);
    expect(mails()).toMatchObject([{ Id: (before[0] as { Id: string }[])[0]!.Id, Subject: 'The offer', HtmlBody: '<p>The offer</p>' }]);
    expect([relations(), scene.records('ContentDocumentLink').length]).toEqual(before.slice(1));
    scene.advance(halfHour);
    expect(written(await scene.sync())).toBe(0);
  });

  it('makes it anew from the mail in Outlook where the recycle bin has been emptied', async () => {
    receive('The offer', marked);
    const { id } = await scene.sync();
    const first = await undo(id);
    for (const row of [...scene.salesforce.org.records('EmailMessage')]) scene.salesforce.org.purge('EmailMessage', String(row.Id));
    const second = await undo(first.id);
    expect(second.rows).toEqual(['restore done']);
    expect(mails()).toMatchObject([{ Subject: 'The offer', TextBody: 'The offer' }]);
  });

  it('leaves a record that a colleague’s mailbox has, too', async () => {
    receive('The offer', marked);
    const { id } = await scene.sync();
    receive('The offer', marked, bob());
    await scene.sync(bob());
    expect(mails()).toHaveLength(1);
    expect((await undo(id)).rows).toEqual(['skip refused saved-by-colleague']);
    expect(mails()).toHaveLength(1);
  });
});
