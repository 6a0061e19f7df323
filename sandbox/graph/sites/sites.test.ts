import { expect, it } from 'vitest';
import { bob, smallWorld } from '../testing/small-world.ts';

function withList() {
  const world = smallWorld();
  const site = world.graph.sharePoint.addSite('Events', null);
  const list = world.graph.sharePoint.addList(site.id, 'Calendar', 'events');
  return { ...world, site, list, base: `/sites/${site.id}/lists/${list.id}/items` };
}

it('shows fields only where they are expanded, 200 items a page', async () => {
  const { call, graph, list, base } = withList();
  for (let place = 0; place < 201; place += 1) graph.sharePoint.addItem(list.id, { Title: `No ${place}` });
  const bare = await call('GET', base);
  expect(bare.body.value).toHaveLength(200);
  expect(bare.body.value[0].fields).toBeUndefined();
  const named = await call('GET', `${base}?$expand=fields($select=Title)`);
  expect(named.body.value[0].fields).toEqual({ '@odata.etag': expect.any(String), Title: 'No 0' });
  expect((await call('GET', `${base}?$expand=author`)).status).toBe(400);
});

it('tells changes from a place on, deleted items by id alone, and forgets old places', async () => {
  const { call, graph, list, base } = withList();
  const first = graph.sharePoint.addItem(list.id, { Title: 'Fair' });
  const latest = (await call('GET', `${base}/delta?token=latest`)).body;
  expect(latest.value).toEqual([]);
  const link = latest['@odata.deltaLink'].replace(/^.*\/v1\.0/, '');
  expect((await call('GET', link)).body.value).toEqual([]);
  graph.sharePoint.deleteItem(list.id, String(first.no));
  expect((await call('GET', link)).body.value).toEqual([{ id: '1', deleted: { state: 'deleted' } }]);
  for (let place = 0; place < 9; place += 1) {
    graph.sharePoint.addItem(list.id, { Title: 'More' });
    await call('GET', `${base}/delta`);
  }
  const lost = await call('GET', link);
  expect([lost.status, lost.body.error.code]).toEqual([410, 'resyncRequired']);
  expect(lost.headers.get('location')).toContain(`${base}/delta`);
});

it('lets in whom it lets in: others get 403 and do not find it', async () => {
  const { call, graph, site } = withList();
  graph.sharePoint.setReaders(site.id, [bob]);
  const headers = { authorization: 'Bearer ann' };
  expect((await call('GET', `/sites/${site.id}/lists`, undefined, headers)).body.error.code).toBe('accessDenied');
  expect((await call('GET', '/sites?search=*', undefined, headers)).body.value).toEqual([]);
  expect((await call('GET', `/sites/${site.id}`)).status).toBe(200);
});
