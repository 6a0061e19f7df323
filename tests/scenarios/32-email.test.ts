import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { count, openScene, outlookMail, recipient, type Scene, written } from '../scene/index.ts';

let scene: Scene;
const halfHour = 31 * 60_000;
const settings = { 'email.up': true };
beforeEach(async () => {
  scene = await openScene({ settings, people: 2 });
});
afterEach(() => scene.close());

const ann = () => scene.people[0]!;
const bob = () => scene.people[1]!;
const mails = () => scene.records('EmailMessage');
const marked = { categories: ['Salesforce'] };
const outside = 'kim@guest.example';

/** A mail that arrives now: what came before synchronization began stays. */
const receive = (subject: string, more: Record<string, unknown> = {}, who = ann(), folder?: string) => {
  scene.advance(60_000);
  const now = new Date(scene.desk.clock.now()).toISOString();
  return who.mailbox.addMessage(outlookMail(subject, outside, { receivedDateTime: now, sentDateTime: now, ...more }), folder);
};
const reopen = async (more: Record<string, unknown>) => {
  await scene.close();
  scene = await openScene({ settings: { ...settings, ...more }, people: 2 });
};

const bytes = (length: number) => Buffer.alloc(length, 'x').toString('base64');

describe('a marked mail', () => {
  it('becomes one EmailMessage with its people, once, and nothing comes back', async () => {
    const accountId = scene.salesforce.org.insert('Account', { Name: 'Guests' });
    const contactId = scene.salesforce.org.insert('Contact', { LastName: 'Kim', Email: outside, AccountId: accountId });
    receive('The offer', { ...marked, conversationId: 'thread-1', ccRecipients: [recipient('bob@lockstep.example')] });
    receive('Lunch?');
    const [first] = await scene.settle();
    expect(count(first!, 'email', 'up', 'created')).toBe(1);
    expect(mails()).toMatchObject([
      {
        Subject: 'The offer',
        FromAddress: outside,
        ToAddress: 'ann@lockstep.example',
        CcAddress: 'bob@lockstep.example',
        Incoming: true,
        Status: '1',
        MessageIdentifier: '<the-offer@mail.example>',
        ThreadIdentifier: 'thread-1',
        RelatedToId: accountId,
        HtmlBody: '<p>The offer</p>',
        TextBody: 'The offer',
      },
    ]);
    const relations = scene.records('EmailMessageRelation').map(({ RelationId, RelationType }) => `${RelationType} ${RelationId}`);
    expect(relations.sort()).toEqual(
      [`CcAddress ${bob().salesforceId}`, `FromAddress ${contactId}`, `ToAddress ${ann().salesforceId}`].sort(),
    );
    expect(written(await scene.sync())).toBe(0);
  });

  it('is marked by its folder too, in whatever folder a category is; drafts, junk and thrown away ones stay', async () => {
    const folder = ann().mailbox.addMailFolder('Salesforce Emails');
    const projects = ann().mailbox.addMailFolder('Projects');
    receive('In the folder', {}, ann(), folder.id);
    receive('In a project', marked, ann(), projects.id);
    receive('Junk', marked, ann(), 'junkemail');
    receive('Thrown away', marked, ann(), 'deleteditems');
    receive('Not sent yet', { ...marked, isDraft: true });
    await scene.settle();
    expect(
      mails()
        .map((mail) => mail.Subject)
        .sort(),
    ).toEqual(['In a project', 'In the folder']);
  });

  it('is marked by its folder also where there are more folders than are followed: an issue names those that are not', async () => {
    const others = Array.from({ length: 230 }, (_, n) => ann().mailbox.addMailFolder(`A ${String(n).padStart(3, '0')}`));
    const folder = ann().mailbox.addMailFolder('Salesforce Emails');
    receive('In the folder', {}, ann(), folder.id);
    receive('In the inbox', marked);
    receive('Sent', marked, ann(), 'sentitems');
    await scene.settle();
    const subjects = mails().map((mail) => mail.Subject);
    expect(subjects.sort()).toEqual(['In the folder', 'In the inbox', 'Sent']);
    const issues = () => scene.rows("SELECT state, detail->>'title' AS title FROM issue WHERE reason = 'folders-beyond'");
    expect(await issues()).toEqual([{ state: 'open', title: expect.stringMatching(/^A \d{3}, .* … \(\d\d\)$/) }]);
    for (const other of others.slice(0, 100)) ann().mailbox.places.deleteMailFolder(other.id);
    scene.advance(25 * 60 * 60_000);
    await scene.sync();
    expect(await issues()).toMatchObject([{ state: 'resolved' }]);
  });

  it.each([
    ['saved when marked', {}],
    ['saved by themselves', { 'email.autoSave': true, 'exclude.domains': ['clinic.example'] }],
    ['saved all', { 'email.trigger': 'everything', 'exclude.domains': ['clinic.example', 'other.example'] }],
  ])('leaves nothing of other mails in the books where they are %s, and nothing of any body', async (_where, more) => {
    await reopen(more);
    const blocked = receive('Secret finding', { from: recipient('doctor@clinic.example') });
    receive('Secret subject', { from: recipient('nobody@other.example'), body: { contentType: 'text', content: 'secret words' } });
    receive('The offer', { ...marked, body: { contentType: 'text', content: 'offered words' } });
    await scene.settle();
    for (const table of ['observation', 'link', 'intent', 'journal', 'decision', 'issue']) {
      const rows = JSON.stringify(await scene.rows(`SELECT * FROM ${table} WHERE object = 'email'`));
      expect(rows).not.toContain('words');
      expect(rows).not.toContain('Secret');
      expect(rows).not.toContain(blocked.id);
      expect(rows).not.toContain('other.example');
    }
    expect(mails()).toMatchObject([{ TextBody: 'offered words' }]);
  });

  it('that is read, filed and marked otherwise later is not written again', async () => {
    const mail = receive('The offer', marked);
    await scene.settle();
    ann().mailbox.updateMessage(mail.id, { isRead: true, categories: [] });
    ann().mailbox.moveMessage(mail.id, 'archive');
    scene.advance(halfHour);
    expect(written(await scene.sync())).toBe(0);
    expect(mails()).toHaveLength(1);
  });
});

it('a mail goes without what this user may not write, once, with an issue for each field', async () => {
  const barred = (field: string, access: 'none' | 'read') => ({ object: 'EmailMessage', field, access, users: [ann().salesforceId] });
  scene.salesforce.control.set({ fieldSecurity: [barred('FromName', 'none'), barred('ThreadIdentifier', 'read')] });
  for (const subject of ['The offer', 'The order']) receive(subject, { ...marked, conversationId: 'talk' });
  await scene.settle();
  expect(mails().map(({ Subject, FromName, ThreadIdentifier }) => [Subject, FromName ?? null, ThreadIdentifier ?? null])).toEqual([
    ['The offer', null, null],
    ['The order', null, null],
  ]);
  const issues = () =>
    scene.rows("SELECT reason, detail->>'field' AS field FROM issue WHERE object = 'email' AND state <> 'resolved' ORDER BY reason");
  expect(await issues()).toEqual([
    { reason: 'field-hidden', field: 'FromName' },
    { reason: 'field-read-only', field: 'ThreadIdentifier' },
  ]);
  scene.salesforce.control.set({ fieldSecurity: [] });
  receive('The answer', { ...marked, conversationId: 'talk' });
  scene.advance(2 * 24 * 60 * 60_000);
  await scene.settle();
  expect(mails().find((mail) => mail.Subject === 'The answer')).toMatchObject({ ThreadIdentifier: 'talk' });
  expect(await issues()).toEqual([]);
});

describe('one mail in two mailboxes', () => {
  const both = (subject: string) => {
    const shared = { ...marked, toRecipients: [recipient('ann@lockstep.example'), recipient('bob@lockstep.example')] };
    return [receive(subject, shared), receive(subject, shared, bob())] as const;
  };

  it('is one EmailMessage, of which both hold an end', async () => {
    both('To all');
    await scene.settle(ann());
    const [second] = await scene.settle(bob());
    expect(mails()).toHaveLength(1);
    expect(written(second!)).toBe(0);
    const links = await scene.rows("SELECT user_id, salesforce_id FROM link WHERE object = 'email' AND state = 'linked'");
    expect(links).toHaveLength(2);
    expect(new Set(links.map((link) => link.salesforce_id)).size).toBe(1);
  });

  it('stays while one of them has it, and goes with the one who saved it when nobody else has', async () => {
    const [mine, theirs] = both('To all');
    await scene.settle(ann());
    await scene.settle(bob());
    ann().mailbox.deleteMessage(mine.id);
    scene.advance(halfHour);
    await scene.settle(ann());
    expect(mails()).toHaveLength(1);
    bob().mailbox.deleteMessage(theirs.id);
    const own = receive('Only mine', marked);
    for (const subject of ['a', 'b', 'c']) receive(subject, marked);
    scene.advance(halfHour);
    await scene.settle(bob());
    await scene.settle(ann());
    ann().mailbox.deleteMessage(own.id);
    scene.advance(halfHour);
    await scene.settle(ann());
    expect(
      mails()
        .map((mail) => mail.Subject)
        .sort(),
    ).toEqual(['To all', 'a', 'b', 'c']);
  });

  it('is linked with what another product saved before', async () => {
    const id = scene.salesforce.org.insert('EmailMessage', { Subject: 'Known', Status: '1', MessageIdentifier: '<known@mail.example>' });
    receive('Known', marked);
    await scene.settle();
    expect(mails()).toMatchObject([{ Id: id }]);
    expect(await scene.rows("SELECT salesforce_id FROM link WHERE object = 'email' AND state = 'linked'")).toEqual([{ salesforce_id: id }]);
  });

  it('is saved once where one mailbox holds two copies', async () => {
    receive('To myself too', marked);
    receive('To myself too', marked, ann(), 'sentitems');
    await scene.settle();
    expect(mails()).toHaveLength(1);
    expect(await scene.rows("SELECT action FROM decision WHERE reason = 'same-mail'")).toEqual([{ action: 'skip' }]);
  });
});

describe('an answer that is lost', () => {
  const operations = ['collections.create', 'query', 'create'].map((name) => `salesforce.${name}`);
  it.each([...operations, 'graph.messages.get', 'graph.attachments.value'])('of %s leaves one record with its files once', async (at) => {
    receive('First', marked);
    await scene.sync();
    receive('Second', {
      ...marked,
      attachments: [{ name: 'a.txt' }, { name: 'b.txt' }, { name: 'c', kind: 'item' }].map((file) => ({ ...file, contentBytes: bytes(9) })),
    });
    scene.faults([1, 2].map((nth) => ({ at, nth, do: 'lost-answer' as const })));
    for (let run = 0; run < 5; run += 1) {
      await scene.sync();
      scene.advance(halfHour);
    }
    expect(
      mails()
        .map((mail) => mail.Subject)
        .sort(),
    ).toEqual(['First', 'Second']);
    const files = scene.records('ContentDocument').map((file) => file.Title);
    // A file has no key of its own: where the answer to its upload is lost, it is found by its name before it is sent again.
    expect(files.sort()).toEqual(['a.txt', 'b.txt', 'c.eml']);
  });
});

describe('files', () => {
  it('go along, the large ones stay and are named, pictures of the text stay without a word', async () => {
    await reopen({ 'email.attachments.maxMegabytes': 1 });
    receive('With files', {
      ...marked,
      attachments: [
        { name: 'offer.pdf', contentType: 'application/pdf', contentBytes: bytes(1000) },
        { name: 'film.mp4', contentBytes: bytes(1_200_000) },
        { name: 'logo.png', isInline: true, contentId: 'logo', contentBytes: bytes(10) },
        { name: 'Forwarded', kind: 'item', contentBytes: Buffer.from('Subject: x').toString('base64') },
        { name: 'Shared', kind: 'reference', contentBytes: '' },
      ],
    });
    const [first] = await scene.settle();
    expect(first!.state).not.toBe('failed');
    const links = scene.records('ContentDocumentLink').filter((link) => link.LinkedEntityId === mails()[0]!.Id);
    const files = links.map((link) => scene.salesforce.org.record(String(link.ContentDocumentId))!.Title);
    expect(files.sort()).toEqual(['Forwarded.eml', 'offer.pdf']);
    const issues = await scene.rows<{ reason: string; detail: { files: { name: string }[] } }>('SELECT reason, detail FROM issue');
    expect(issues.map(({ reason, detail }) => [reason, detail.files.map(({ name }) => name)]).sort()).toEqual([
      ['file-not-readable', ['Shared']],
      ['file-too-large', ['film.mp4']],
    ]);
  });

  it('of a few megabytes go along though not all mails are in memory at once, the largest by itself', async () => {
    const sizes = [1_900_000, 1_800_000, 3_600_000, 1_000];
    for (const size of sizes) receive(`Of ${size}`, { ...marked, attachments: [{ name: `${size}.bin`, contentBytes: bytes(size) }] });
    await scene.settle();
    expect(mails()).toHaveLength(sizes.length);
    const files = scene.records('ContentVersion').map(({ Title, VersionData }) => [Title, String(VersionData).length]);
    expect(files.sort()).toEqual(sizes.map((size) => [`${size}.bin`, bytes(size).length]).sort());
    expect([scene.counters()['graph.attachments.value'], scene.counters()['salesforce.create']]).toEqual([1, 1]);
  });

  it('stay where the switch is off', async () => {
    await reopen({ 'email.attachments': false });
    receive('With files', { ...marked, attachments: [{ name: 'offer.pdf', contentBytes: bytes(10) }] });
    await scene.settle();
    expect(mails()).toHaveLength(1);
    expect(scene.records('ContentVersion')).toEqual([]);
    expect(scene.counters()['graph.attachments.value'] ?? 0).toBe(0);
  });
});
