import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runMailbox } from '../../service/lanes/run-mailbox.ts';
import { force } from '../../service/store/index.ts';
import { count, days, openScene, type Scene } from '../scene/index.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const halfHour = 31 * 60_000;
const ann = () => scene.people[0]!;
const tasks = () => scene.records('Task');

it('syncs everything else where the tenant never consented to tasks', async () => {
  scene.faults([{ at: 'graph.todoLists.list', nth: 1, do: '403' }]);
  ann().mailbox.addTask({ title: 'Unseen' });
  ann().mailbox.addContact({ givenName: 'Kim', surname: 'Lee' });
  const [first] = await scene.settle();
  expect(count(first!, 'contact', 'up', 'created')).toBe(1);
  expect(tasks()).toEqual([]);
});

describe('a list that is made later', () => {
  const inNewList = (title: string, name: string) => ann().mailbox.addTask({ title }, ann().mailbox.addTaskList(name).id);
  const subjects = () => tasks().map((row) => row.Subject);

  it('is found within a day, and by the next sync that somebody asks for; a scheduled one does not look each time', async () => {
    await scene.settle();
    inNewList('Call Kim', 'Projects');
    const before = scene.counters()['graph.todoLists.list'];
    expect(before).toBeGreaterThan(0);
    scene.advance(halfHour);
    await scene.sync();
    expect([scene.counters()['graph.todoLists.list'], subjects()]).toEqual([before, []]);
    const act = { actor: null, onBehalfOf: null, source: 'test', at: new Date(scene.parts.clock.now()).toISOString(), activities: [] };
    await force(scene.store, scene.parts.ids, { customerId: scene.customerId, userId: ann().userId }, act);
    await runMailbox(scene.parts, ann().userId, new AbortController().signal);
    expect(subjects()).toEqual(['Call Kim']);
    inNewList('Call Lee', 'More');
    scene.advance(days);
    await scene.sync();
    expect(subjects()).toEqual(['Call Kim', 'Call Lee']);
  });
});
