import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { count, days, openScene, type Scene, written } from '../scene/index.ts';

let scene: Scene;
let start: number;
beforeEach(async () => {
  scene = await openScene();
  start = scene.desk.clock.now();
});
afterEach(() => scene.close());

const due = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: 'W. Europe Standard Time' });
const halfHour = 31 * 60_000;
/** Counted from the scene's beginning: a run late in the evening passes midnight. */
const day = (from: number) => new Date(start + from).toISOString().slice(0, 10);
const ann = () => scene.people[0]!;
const insert = (body: Record<string, unknown>) => scene.salesforce.org.insert('Task', body, ann().salesforceId);
const tasks = () => scene.records('Task');

describe('a task of To Do', () => {
  it('becomes a Task with its day, words, priority and status, once, and nothing comes back', async () => {
    ann().mailbox.addTask({
      title: 'Send the offer',
      body: { contentType: 'text', content: 'two pages' },
      dueDateTime: due(day(3 * days)),
      importance: 'high',
      status: 'waitingOnOthers',
    });
    const [first] = await scene.settle();
    expect(count(first!, 'task', 'up', 'created')).toBe(1);
    expect(tasks()).toMatchObject([
      {
        Subject: 'Send the offer',
        Description: 'two pages',
        ActivityDate: day(3 * days),
        Priority: 'High',
        Status: 'Waiting on someone else',
        OwnerId: ann().salesforceId,
      },
    ]);
    expect(written(await scene.sync())).toBe(0);
    expect(ann().mailbox.tasks()).toHaveLength(1);
  });

  it('is completed from either side', async () => {
    const one = ann().mailbox.addTask({ title: 'Call Kim' });
    const two = ann().mailbox.addTask({ title: 'Call Lee' });
    await scene.settle();
    ann().mailbox.updateTask(one.id, { status: 'completed' });
    scene.salesforce.org.update(
      'Task',
      String(tasks().find((row) => row.Subject === 'Call Lee')!.Id),
      { Status: 'Completed' },
      ann().salesforceId,
    );
    scene.advance(halfHour);
    await scene.settle();
    expect(tasks().map((row) => row.Status)).toEqual(['Completed', 'Completed']);
    expect(
      ann()
        .mailbox.tasks()
        .find((task) => task.id === two.id),
    ).toMatchObject({ status: 'completed' });
  });

  it('makes its first run ask for the statuses of the org, which no other run does', async () => {
    const asked = () => scene.counters()['salesforce.query'] ?? 0;
    await scene.settle();
    // The one is the first listing's: what the org does with a write that depends on a look-up (ADR 36).
    const before = asked();
    expect(before).toBe(1);
    ann().mailbox.addTask({ title: 'Hand over', status: 'completed' });
    scene.advance(halfHour);
    await scene.settle();
    expect(tasks().map((row) => row.Status)).toEqual(['Completed']);
    expect(asked() - before).toBe(1);
  });

  it('in a list of its own keeps its address there: edited and deleted from Salesforce', async () => {
    const list = ann().mailbox.addTaskList('Kitchen');
    const task = ann().mailbox.addTask({ title: 'Tiles' }, list.id);
    await scene.settle();
    const [record] = tasks();
    scene.salesforce.org.update('Task', String(record!.Id), { Subject: 'Blue tiles' }, ann().salesforceId);
    scene.advance(halfHour);
    await scene.settle();
    expect(ann().mailbox.tasks(list.id)).toMatchObject([{ id: task.id, title: 'Blue tiles' }]);
    scene.salesforce.org.delete('Task', String(record!.Id), ann().salesforceId);
    scene.advance(halfHour);
    await scene.settle();
    expect(ann().mailbox.tasks(list.id)).toEqual([]);
  });

  it('that recurs travels as what it is now, and the recurrence stays', async () => {
    const recurrence = { pattern: { type: 'daily', interval: 1 }, range: { type: 'noEnd', startDate: day(0) } };
    const task = ann().mailbox.addTask({ title: 'Stand-up', dueDateTime: due(day(0)), recurrence });
    await scene.settle();
    expect(tasks()).toMatchObject([{ Subject: 'Stand-up', ActivityDate: day(0) }]);
    expect(tasks()[0]!.IsRecurrence).not.toBe(true);
    scene.salesforce.org.update('Task', String(tasks()[0]!.Id), { Priority: 'High' }, ann().salesforceId);
    scene.advance(halfHour);
    await scene.settle();
    expect(
      ann()
        .mailbox.tasks()
        .find(({ id }) => id === task.id),
    ).toMatchObject({ importance: 'high', recurrence });
  });

  it('that is moved to another list keeps its Task, with what was changed on either side, however many move at once', async () => {
    const { mailbox } = ann();
    const lists = ['Kitchen', 'Garden'].map((name) => mailbox.addTaskList(name).id) as [string, string];
    const made = Array.from({ length: 30 }, (_, n) => mailbox.addTask({ title: `Task ${n % 29}` }, lists[0]));
    mailbox.addTask({ title: 'Stays' }, lists[0]);
    await scene.settle();
    const ids = () =>
      tasks()
        .map((row) => String(row.Id))
        .sort();
    const before = ids();
    for (const { id } of made) mailbox.moveTask(id, lists[1]);
    const [done] = mailbox.tasks(lists[1]).filter(({ title }) => title === 'Task 7');
    mailbox.updateTask(done!.id, { status: 'completed' });
    const edited = tasks().find((row) => row.Subject === 'Task 8');
    scene.salesforce.org.update('Task', String(edited!.Id), { Description: 'ask first' }, ann().salesforceId);
    scene.advance(halfHour);
    const [first] = await scene.settle();
    expect([count(first!, 'task', 'up', 'created'), count(first!, 'task', 'up', 'deleted'), first!.state]).toEqual([0, 0, 'succeeded']);
    expect(ids()).toEqual(before);
    expect(tasks().find((row) => row.Subject === 'Task 7')).toMatchObject({ Status: 'Completed' });
    expect(mailbox.tasks(lists[1]).find(({ title }) => title === 'Task 8')).toMatchObject({ body: { content: 'ask first' } });
    // From then on they are a pair like any other.
    mailbox.updateTask(done!.id, { title: 'Task seven' });
    scene.advance(halfHour);
    await scene.settle();
    expect(ids()).toEqual(before);
    expect(tasks().map((row) => row.Subject)).toContain('Task seven');
    expect(written(await scene.sync())).toBe(0);
  });

  it.each([
    ['new', 3],
    ['old', 2],
  ])('that moves while its lists are read keeps its Task, though its %s list still shows it as it was', async (_which, nth) => {
    const { mailbox } = ann();
    const lists = ['Kitchen', 'Garden'].map((name) => mailbox.addTaskList(name).id) as [string, string];
    const task = mailbox.addTask({ title: 'Tiles' }, lists[0]);
    await scene.settle();
    const [before] = tasks();
    mailbox.moveTask(task.id, lists[1]);
    scene.advance(halfHour);
    // The default list is read first, then these two in the order of their making.
    scene.faults([{ at: 'graph.todoTasks.delta', nth, do: 'stale-read', seconds: 3_600 }]);
    await scene.sync();
    expect(tasks()).toMatchObject([{ Id: before?.Id }]);
    scene.advance(halfHour);
    await scene.settle();
    expect(tasks().map((row) => row.Id)).toEqual([before?.Id]);
    expect(mailbox.tasks(lists[1])).toHaveLength(1);
  });

  it('deleted takes its Task along, unless the Task was edited since', async () => {
    const gone = ann().mailbox.addTask({ title: 'Gone' });
    const kept = ann().mailbox.addTask({ title: 'Kept' });
    for (const title of ['a', 'b', 'c']) ann().mailbox.addTask({ title });
    await scene.settle();
    ann().mailbox.deleteTask(gone.id);
    ann().mailbox.deleteTask(kept.id);
    scene.salesforce.org.update(
      'Task',
      String(tasks().find((row) => row.Subject === 'Kept')!.Id),
      { Priority: 'High' },
      ann().salesforceId,
    );
    scene.advance(halfHour);
    await scene.settle();
    expect(
      tasks()
        .map((row) => row.Subject)
        .sort(),
    ).toEqual(['Kept', 'a', 'b', 'c']);
    expect(
      ann()
        .mailbox.tasks()
        .find((task) => task.title === 'Kept'),
    ).toMatchObject({ importance: 'high' });
  });
});

describe('a Task of Salesforce', () => {
  it('becomes a task in the default list with a link back, due on its day where the person is', async () => {
    insert({ Subject: 'Prepare', ActivityDate: day(2 * days), Priority: 'Low', Status: 'In Progress', Description: 'see file' });
    await scene.settle();
    const [task] = ann().mailbox.tasks();
    expect(task).toMatchObject({ title: 'Prepare', importance: 'low', status: 'inProgress', body: { content: 'see file' } });
    expect(task!.linkedResources).toMatchObject([{ applicationName: 'Lockstep' }]);
    expect((task!.dueDateTime as { dateTime: string }).dateTime).toMatch(/T2[23]:00:00/);
    expect(tasks()).toHaveLength(1);
    expect(written(await scene.sync())).toBe(0);
  });

  it('stays away when it is somebody else’s, a logged mail, or done long ago', async () => {
    scene.salesforce.org.insert('Task', { Subject: 'Theirs' });
    insert({ Subject: 'Mail', TaskSubtype: 'Email' });
    insert({ Subject: 'Old', Status: 'Completed', ActivityDate: day(-90 * days) });
    scene.advance(60 * days);
    insert({ Subject: 'Done now', Status: 'Completed' });
    await scene.settle();
    expect(
      ann()
        .mailbox.tasks()
        .map((task) => task.title),
    ).toEqual(['Done now']);
  });

  it.each(['graph.batch', 'graph.todoTasks.create'])('is made once when the answer of %s is lost', async (at) => {
    insert({ Subject: 'First' });
    await scene.sync();
    insert({ Subject: 'Second' });
    scene.advance(halfHour);
    // Alone in its request or in a batch: either way the answer is lost and the link is looked for.
    scene.faults([1, 2, 3].map((nth) => ({ at, nth, do: 'lost-answer' as const })).slice(0, at === 'graph.batch' ? 3 : 1));
    for (let run = 0; run < 4; run += 1) {
      await scene.sync();
      scene.advance(halfHour);
    }
    expect(
      ann()
        .mailbox.tasks()
        .map((task) => task.title)
        .sort(),
    ).toEqual(['First', 'Second']);
    expect(tasks()).toHaveLength(2);
  });
});

it('merges by field, and the newer edit wins a field that both changed', async () => {
  const task = ann().mailbox.addTask({ title: 'Draft', importance: 'low' });
  await scene.settle();
  ann().mailbox.updateTask(task.id, { title: 'Draft of Outlook', importance: 'high' });
  scene.advance(60_000);
  scene.salesforce.org.update('Task', String(tasks()[0]!.Id), { Subject: 'Draft of Salesforce', Description: 'more' }, ann().salesforceId);
  scene.advance(halfHour);
  await scene.settle();
  expect(ann().mailbox.tasks()).toMatchObject([{ title: 'Draft of Salesforce', importance: 'high', body: { content: 'more' } }]);
  expect(tasks()).toMatchObject([{ Subject: 'Draft of Salesforce', Priority: 'High', Description: 'more' }]);
});

it('takes with the category or out of the list "Salesforce Tasks" only, where that is the trigger', async () => {
  await scene.close();
  scene = await openScene({ settings: { 'task.trigger': 'category' } });
  const list = ann().mailbox.addTaskList('Salesforce Tasks');
  const listed = ann().mailbox.addTask({ title: 'Listed' }, list.id);
  const home = ann().mailbox.addTaskList('Home');
  ann().mailbox.addTask({ title: 'Marked', categories: ['Salesforce'] });
  ann().mailbox.addTask({ title: 'Mine' });
  await scene.settle();
  expect(
    tasks()
      .map((row) => row.Subject)
      .sort(),
  ).toEqual(['Listed', 'Marked']);
  // Moved out of that list it has left the scope, which is never a deletion; moved back it goes on where it stopped.
  const pairs = () => Object.fromEntries(tasks().map((row) => [row.Id, row.Subject]));
  const before = pairs();
  const moved = ann().mailbox.moveTask(listed.id, home.id);
  scene.advance(halfHour);
  await scene.settle();
  expect(pairs()).toEqual(before);
  const back = ann().mailbox.moveTask(moved.id, list.id);
  ann().mailbox.updateTask(back.id, { status: 'inProgress' });
  scene.advance(halfHour);
  await scene.settle();
  ann().mailbox.updateTask(back.id, { title: 'Listed once' });
  scene.advance(halfHour);
  await scene.settle();
  expect(Object.keys(pairs())).toEqual(Object.keys(before));
  expect(Object.values(pairs()).sort()).toEqual(['Listed once', 'Marked']);
});
