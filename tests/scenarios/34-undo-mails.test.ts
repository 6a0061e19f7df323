import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attemptJob, doJob, openScene, outlookMail, readJob, type Scene, written } from '../scene/index.ts';

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
  const files = () => [scene.records('ContentDocument').map(({ Title }) => Title), scene.records('ContentDocumentLink').length];
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
    const before = [mails(), relations(), files()];
    expect(before).toMatchObject([[{ Subject: 'The offer' }], ['FromAddress', 'ToAddress'], [['offer.pdf'], 1]]);
    const first = await undo(id);
    expect([first.rows, mails(), files()]).toEqual([['delete done'], [], [[], 0]]);
    for (let run = 0; run < 2; run += 1) {
      scene.advance(halfHour);
      expect(written(await scene.sync())).toBe(0);
    }
    expect((await undo(id)).rows).toEqual(['skip refused already-undone']);
    expect((await undo(first.id)).rows).toEqual(['restore done']);
    expect(mails()).toMatchObject([{ Id: (before[0] as { Id: string }[])[0]!.Id, Subject: 'The offer', HtmlBody: '<p>The offer</p>' }]);
    expect([relations(), files()]).toEqual(before.slice(1));
    scene.advance(halfHour);
    expect(written(await scene.sync())).toBe(0);
  });

  it('leaves files that somebody has made his own since, names what Salesforce keeps, and ends when an answer is lost in between', async () => {
    const names = ['linked.pdf', 'changed.pdf', 'locked.pdf', 'ours.pdf'];
    receive('The offer', { ...marked, attachments: names.map((name) => ({ name, contentBytes: bytes(40) })) });
    const { id } = await scene.sync();
    const { org } = scene.salesforce;
    const fileOf = (title: string) => String(scene.records('ContentDocument').find((row) => row.Title === title)?.Id);
    const account = org.insert('Account', { Name: 'Guest' }, ann().salesforceId);
    org.insert('ContentDocumentLink', { ContentDocumentId: fileOf('linked.pdf'), LinkedEntityId: account }, ann().salesforceId);
    const version = { ContentDocumentId: fileOf('changed.pdf'), Title: 'changed.pdf', PathOnClient: 'changed.pdf', VersionData: bytes(9) };
    org.insert('ContentVersion', version, ann().salesforceId);
    org.update('ContentDocument', fileOf('locked.pdf'), { OwnerId: bob().salesforceId });
    scene.faults([{ at: 'salesforce.collections.delete', nth: 2, do: 'lost-answer' }]);
    const first = await undo(id);
    expect([first.rows, mails()]).toEqual([['delete planned pending'], []]);
    scene.advance(halfHour);
    await attemptJob(scene, first.id);
    expect((await readJob(scene, first.id)).rows).toMatchObject([{ action: 'delete', outcome: 'done' }]);
    const left = scene.records('ContentDocument').map(({ Title }) => Title);
    expect([mails(), left]).toEqual([[], ['linked.pdf', 'changed.pdf', 'locked.pdf']]);
    const notes = await scene.rows("SELECT detail FROM issue WHERE reason = 'file-stays'");
    expect(notes).toMatchObject([{ detail: { files: [{ name: 'locked.pdf' }] } }]);
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
