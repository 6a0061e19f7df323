import { afterEach, describe, expect, it } from 'vitest';
import {
  days,
  minutes,
  openScene,
  outlookContact,
  outlookMail,
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

async function open(settings: Record<string, unknown> = byMark): Promise<ScenePerson> {
  scene = await openScene({ settings });
  return scene.people[0] as ScenePerson;
}
const categories = (ann: ScenePerson) => ann.mailbox.places.categories();
const folders = (ann: ScenePerson) => ann.mailbox.places.contactFolders().map((one) => one.displayName);
const lists = (ann: ScenePerson) => ann.mailbox.places.taskLists().map((one) => one.displayName);
const made = () => Object.entries(scene.counters()).filter(([name]) => /(masterCategories|contactFolders|todoLists)\.create$/.test(name));
const pieces = () =>
  scene.rows<{ kind: string; shown_as: string; made_by_us: boolean; remote_id: string | null }>(
    'SELECT kind, shown_as, made_by_us, remote_id FROM customization ORDER BY kind',
  );

describe('a first run', () => {
  it('puts the category, the folder and the list into the mailbox before it reads, once', async () => {
    const ann = await open();
    await scene.settle();
    expect(categories(ann)).toContain('Salesforce');
    expect(folders(ann)).toContain('Salesforce Contacts');
    expect(lists(ann)).toContain('Salesforce Tasks');
    expect(made().map(([, times]) => times)).toEqual([1, 1, 1]);
    const user = await scene.rows<{ initialized_at: Date | null; settings_mark: string | null }>('SELECT * FROM "user"');
    expect(user[0]?.initialized_at).not.toBeNull();
    expect(user[0]?.settings_mark).toMatch(/^[0-9a-f]{64}$/);
    expect(await pieces()).toMatchObject([
      { kind: 'category', made_by_us: true },
      { kind: 'contact-folder', made_by_us: true },
      { kind: 'task-list', made_by_us: true },
    ]);
  });

  it('makes nothing where everything travels', async () => {
    await open({});
    await scene.settle();
    expect(made()).toEqual([]);
  });

  it('takes over what stands there, in any case', async () => {
    const ann = await open();
    ann.mailbox.addContactFolder('SALESFORCE CONTACTS');
    ann.mailbox.places.addCategory('salesforce');
    await scene.settle();
    expect(folders(ann).filter((name) => /salesforce contacts/i.test(name))).toEqual(['SALESFORCE CONTACTS']);
    expect(categories(ann).filter((name) => /salesforce/i.test(name))).toEqual(['salesforce']);
    expect(await pieces()).toMatchObject([
      { kind: 'category', shown_as: 'salesforce', made_by_us: false },
      { kind: 'contact-folder', made_by_us: false },
      { kind: 'task-list', made_by_us: true },
    ]);
  });

  it.each([
    ['graph.masterCategories.create', 'lost-answer'],
    ['graph.contactFolders.create', 'lost-answer'],
    ['graph.todoLists.create', 'lost-answer'],
  ] as const)('makes each once where the answer of %s is lost (%s)', async (at, kind) => {
    const ann = await open();
    scene.faults([{ at, nth: 1, do: kind }]);
    await scene.settle();
    expect(lists(ann).filter((name) => name === 'Salesforce Tasks')).toHaveLength(1);
    expect(folders(ann).filter((name) => name === 'Salesforce Contacts')).toHaveLength(1);
    expect(categories(ann).filter((name) => name === 'Salesforce')).toHaveLength(1);
    expect((await pieces()).every((piece) => piece.made_by_us && piece.remote_id !== null)).toBe(true);
  });

  it('syncs where the tenant refuses a category and a folder: one issue names both, and is over when they can be made', async () => {
    const ann = await open();
    const issues = () =>
      scene.rows<{ id: string; state: string }>("SELECT * FROM issue WHERE reason = 'piece-refused' ORDER BY first_seen_at");
    scene.faults([
      { at: 'graph.masterCategories.create', nth: 1, do: '403', times: 9 },
      { at: 'graph.contactFolders.create', nth: 1, do: '409', times: 9 },
    ]);
    ann.mailbox.addContact(outlookContact('Ada', 'Marked', { categories: ['Salesforce'] }));
    await scene.settle();
    expect(scene.records('Contact').map((row) => row.LastName)).toContain('Marked');
    expect(lists(ann)).toContain('Salesforce Tasks');
    const tried = scene.counters()['graph.masterCategories.create'];
    expect(await issues()).toMatchObject([{ state: 'open', side: 'outlook', detail: { title: 'Salesforce, Salesforce Contacts' } }]);
    scene.advance(31 * minutes);
    await scene.sync();
    expect(scene.counters()['graph.masterCategories.create']).toBe(tried);
    scene.advance(days);
    await scene.sync();
    expect(await issues()).toMatchObject([{ state: 'open' }]);
    scene.faults([]);
    await scene.rows("UPDATE issue SET state = 'answered', answer = 'retry' WHERE id = $1", [(await issues())[0]?.id]);
    scene.advance(31 * minutes);
    await scene.sync();
    expect(await issues()).toMatchObject([{ state: 'resolved' }]);
    expect([categories(ann), folders(ann)]).toMatchObject([expect.arrayContaining(['Salesforce']), ['Salesforce Contacts']]);
  });
});

describe('what comes from Salesforce where people mark items', () => {
  it('carries the mark, so that an edit in Outlook travels back', async () => {
    const ann = await open();
    const { org } = scene.salesforce;
    org.insert('Contact', salesforceContact('Ada', 'Down'), ann.salesforceId);
    org.insert('Event', salesforceMeeting('Talk', scene.desk.clock.now() + days), ann.salesforceId);
    org.insert('Task', { Subject: 'Call', Status: 'Not Started', Priority: 'Normal' }, ann.salesforceId);
    await scene.settle();
    const [contact] = ann.mailbox.contacts();
    const event = ann.mailbox.events()[0];
    const list = ann.mailbox.places.taskLists().find((one) => one.displayName === 'Salesforce Tasks');
    const [task] = ann.mailbox.tasks(String(list?.id));
    expect(contact?.categories).toEqual(['Salesforce']);
    expect(event?.categories).toEqual(['Salesforce']);
    expect(task?.title).toBe('Call');
    ann.mailbox.updateContact(String(contact?.id), { jobTitle: 'Director' });
    ann.mailbox.updateEvent(String(event?.id), { subject: 'Talk moved' });
    ann.mailbox.updateTask(String(task?.id), { title: 'Call back' });
    await scene.settle();
    expect(scene.records('Contact')[0]?.Title).toBe('Director');
    expect(scene.records('Event')[0]?.Subject).toBe('Talk moved');
    expect(scene.records('Task')[0]?.Subject).toBe('Call back');
  });

  it('rests when the mark is taken off, loses nothing, and goes on when it is back', async () => {
    const ann = await open();
    const id = scene.salesforce.org.insert('Contact', salesforceContact('Ada', 'Down'), ann.salesforceId);
    await scene.settle();
    const contact = String(ann.mailbox.contacts()[0]?.id);
    ann.mailbox.updateContact(contact, { categories: [], jobTitle: 'Mine' });
    await scene.settle();
    scene.salesforce.org.update('Contact', id, { Department: 'Theirs' }, ann.salesforceId);
    await scene.settle();
    expect(scene.records('Contact')[0]?.Title ?? null).toBeNull();
    expect(ann.mailbox.contacts()[0]?.department ?? null).toBeNull();
    expect(await scene.rows('SELECT state FROM link')).toEqual([{ state: 'paused' }]);
    ann.mailbox.updateContact(contact, { categories: ['Salesforce'] });
    await scene.settle();
    expect(scene.records('Contact')[0]).toMatchObject({ Title: 'Mine', Department: 'Theirs' });
    expect(ann.mailbox.contacts()[0]).toMatchObject({ jobTitle: 'Mine', department: 'Theirs' });
    ann.mailbox.updateContact(contact, { categories: [] });
    await scene.settle();
    scene.salesforce.org.delete('Contact', id, ann.salesforceId);
    await scene.settle();
    expect(ann.mailbox.contacts()).toHaveLength(1);
  });
});

it('a list or folder that gets or loses the name that marks is known within a day, and so is what lies in it', async () => {
  const ann = await open({ ...byMark, 'email.up': true });
  await scene.settle();
  const { mailbox } = ann;
  const named = mailbox.addTaskList('Salesforce Tasks').id;
  const other = mailbox.addTaskList('Garden').id;
  const first = mailbox.addTask({ title: 'First' }, named);
  mailbox.addTask({ title: 'Second' }, other);
  const folder = mailbox.addMailFolder('Later', 'inbox').id;
  const at = new Date(scene.desk.clock.now()).toISOString();
  mailbox.addMessage(outlookMail('Offer', 'kim@guest.example', { receivedDateTime: at, sentDateTime: at }), folder);
  const subjects = () => scene.records('Task').map((row) => row.Subject);
  scene.advance(days);
  await scene.settle();
  expect([subjects(), scene.records('EmailMessage')]).toEqual([['First'], []]);
  // A month later no listing of the last two weeks would show that mail.
  scene.advance(30 * days);
  await scene.settle();
  mailbox.places.renameTaskList(named, 'Private');
  mailbox.places.renameTaskList(other, 'salesforce tasks');
  mailbox.places.renameMailFolder(folder, 'Salesforce Emails');
  scene.advance(days);
  await scene.settle();
  mailbox.updateTask(first.id, { title: 'First, changed' });
  scene.advance(31 * minutes);
  await scene.settle();
  expect([subjects().sort(), scene.records('EmailMessage').map((row) => row.Subject)]).toEqual([['First', 'Second'], ['Offer']]);
});

describe('when the settings change', () => {
  const set = (key: string, value: unknown) =>
    scene.rows(
      `INSERT INTO setting (customer_id, level, level_id, key, value, may_adjust, updated_at)
       SELECT customer_id, 'organization', id, $1, $2, true, created_at FROM organization
       ON CONFLICT (customer_id, level, level_id, key) DO UPDATE SET value = excluded.value`,
      [key, JSON.stringify(value)],
    );

  it('what they let travel now is taken at the next run, without a new edit', async () => {
    const ann = await open({ ...byMark, 'task.up': false, 'task.down': false });
    ann.mailbox.addContact(outlookContact('Ada', 'Unmarked'));
    ann.mailbox.addTask({ title: 'Old task' });
    await scene.settle();
    expect(scene.records('Contact')).toEqual([]);
    await set('contact.trigger', 'everything');
    await set('task.trigger', 'everything');
    await set('task.up', true);
    scene.advance(31 * minutes);
    await scene.sync();
    expect(scene.records('Contact')).toHaveLength(1);
    expect(scene.records('Task').map((row) => row.Subject)).toEqual(['Old task']);
    scene.advance(31 * minutes);
    expect(written(await scene.sync())).toBe(0);
  });

  it('what a person made meanwhile is found at once, not at the weekly sweep', async () => {
    const ann = await open({});
    await scene.settle();
    const list = ann.mailbox.addTaskList('Garden');
    ann.mailbox.addTask({ title: 'Plant' }, list.id);
    scene.advance(31 * minutes);
    await scene.sync();
    expect(scene.records('Task')).toEqual([]);
    await set('event.window.daysBack', 7);
    scene.advance(31 * minutes);
    await scene.sync();
    expect(scene.records('Task').map((row) => row.Subject)).toEqual(['Plant']);
  });

  it('our folder takes the new name, what lies in it stays marked; one that a person renamed keeps its name and counts all the same', async () => {
    const ann = await open();
    await scene.settle();
    const folder = String(ann.mailbox.places.contactFolders().find((one) => one.displayName === 'Salesforce Contacts')?.id);
    ann.mailbox.addContact(outlookContact('Ada', 'Inside'), folder);
    await scene.settle();
    await set('category', 'CRM');
    await scene.settle();
    expect(folders(ann)).toContain('CRM Contacts');
    expect(folders(ann)).not.toContain('Salesforce Contacts');
    expect(categories(ann)).toContain('CRM');
    expect(categories(ann)).not.toContain('Salesforce');
    ann.mailbox.places.renameContactFolder(folder, 'My people');
    ann.mailbox.addContact(outlookContact('Ben', 'Inside'), folder);
    scene.advance(8 * days);
    await scene.settle();
    expect(folders(ann)).toContain('My people');
    expect(folders(ann)).not.toContain('CRM Contacts');
    expect(scene.records('Contact').map((row) => row.FirstName)).toEqual(['Ada', 'Ben']);
  });

  it('a meeting with the mark travels, one without does not', async () => {
    const ann = await open();
    ann.mailbox.addEvent(outlookMeeting('Yes', scene.desk.clock.now() + days, { categories: ['salesforce'] }));
    ann.mailbox.addEvent(outlookMeeting('No', scene.desk.clock.now() + days));
    await scene.settle();
    expect(scene.records('Event').map((row) => row.Subject)).toEqual(['Yes']);
  });
});
