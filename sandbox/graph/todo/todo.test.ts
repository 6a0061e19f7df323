import { describe, expect, it } from 'vitest';
import { ann, smallWorld } from '../testing/small-world.ts';

const root = `/users/${ann}/todo/lists`;

async function withList() {
  const { call, graph } = smallWorld();
  const { body } = await call('GET', root);
  return { call, graph, lists: body.value, list: `${root}/${body.value[0].id}` };
}

describe('task lists', () => {
  it('are the default one, flagged mail, and those that a person made', async () => {
    const { call, lists } = await withList();
    expect(lists.map((one: { wellknownListName: string }) => one.wellknownListName)).toEqual(['defaultList', 'flaggedEmails']);
    const made = await call('POST', root, { displayName: 'Kitchen' });
    expect(made.body).toMatchObject({ displayName: 'Kitchen', isOwner: true, wellknownListName: 'none' });
    expect((await call('PATCH', `${root}/${made.body.id}`, { displayName: 'Bath' })).body.displayName).toBe('Bath');
    expect((await call('GET', `${root}/delta`)).body.value).toMatchObject([{ displayName: 'Bath' }]);
    expect((await call('DELETE', `${root}/${made.body.id}`)).status).toBe(204);
    expect((await call('GET', `${root}/${made.body.id}`)).status).toBe(404);
  });

  it('that are built in are not changed, and flagged mail takes no task', async () => {
    const { call, lists, list } = await withList();
    expect((await call('DELETE', list)).status).toBe(400);
    expect((await call('POST', `${root}/${lists[1].id}/tasks`, { title: 'x' })).status).toBe(400);
  });
});

describe('tasks', () => {
  it('are created, read, changed and deleted, with due times in UTC and the time of completion filled in', async () => {
    const { call, list } = await withList();
    const dueDateTime = { dateTime: '2026-11-25T00:00:00', timeZone: 'W. Europe Standard Time' };
    const made = await call('POST', `${list}/tasks`, { title: ' Offer ', dueDateTime });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ title: 'Offer', status: 'notStarted', importance: 'normal', hasAttachments: false });
    expect(made.body.dueDateTime).toEqual({ dateTime: '2026-11-24T23:00:00.0000000', timeZone: 'UTC' });
    expect(made.body).not.toHaveProperty('completedDateTime');
    const path = `${list}/tasks/${made.body.id}`;
    const done = await call('PATCH', path, { status: 'completed' }, { 'If-Match': made.body['@odata.etag'] });
    expect(done.body.completedDateTime.timeZone).toBe('UTC');
    expect((await call('PATCH', path, { title: 'x' }, { 'If-Match': made.body['@odata.etag'] })).status).toBe(412);
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('are found below their own list only', async () => {
    const { call, list } = await withList();
    const other = await call('POST', root, { displayName: 'Other' });
    const { body } = await call('POST', `${list}/tasks`, { title: 'Here' });
    expect((await call('GET', `${root}/${other.body.id}/tasks/${body.id}`)).status).toBe(404);
  });

  it('come by delta: all first, then what changed, and removed ones by id', async () => {
    const { call, graph, list } = await withList();
    const mailbox = graph.mailbox(ann);
    const one = mailbox?.addTask({ title: 'One' });
    const first = await call('GET', `${list}/tasks/delta`);
    expect(first.body.value).toMatchObject([{ id: one?.id, title: 'One' }]);
    mailbox?.deleteTask(one?.id ?? '');
    const second = await call('GET', first.body['@odata.deltaLink']);
    expect(second.body.value).toEqual([{ id: one?.id, '@removed': { reason: 'deleted' } }]);
  });

  it('show their links only where they are asked for', async () => {
    const { call, list } = await withList();
    const linkedResources = [{ applicationName: 'App', externalId: '1', displayName: 'One' }];
    const { body } = await call('POST', `${list}/tasks`, { title: 'Linked', linkedResources });
    const path = `${list}/tasks/${body.id}`;
    expect((await call('GET', path)).body).not.toHaveProperty('linkedResources');
    await call('POST', `${path}/linkedResources`, { applicationName: 'App', externalId: '2' });
    expect((await call('GET', `${path}/linkedResources`)).body.value).toMatchObject([{ externalId: '1' }, { externalId: '2' }]);
    const listed = await call('GET', `${list}/tasks?$expand=linkedResources&$top=1`);
    expect(listed.body.value[0].linkedResources).toHaveLength(2);
    await call('POST', `${list}/tasks`, { title: 'Next' });
    const paged = await call('GET', `${list}/tasks?$expand=linkedResources&$top=1`);
    expect((await call('GET', paged.body['@odata.nextLink'])).body.value[0]).toHaveProperty('linkedResources');
  });

  it('refuse no title, an unknown property and a token without the right', async () => {
    const { call, list } = await withList();
    expect((await call('POST', `${list}/tasks`, {})).status).toBe(400);
    expect((await call('POST', `${list}/tasks`, { title: 'x', subject: 'y' })).status).toBe(400);
    expect((await call('GET', `${list}/tasks`, undefined, { authorization: 'Bearer app-read' })).status).toBe(403);
  });
});
