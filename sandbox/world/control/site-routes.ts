import type { Hono } from 'hono';
import { z } from 'zod';
import type { Emulators } from '../start/create-emulators.ts';
import { BadInput } from './bad-input.ts';
import { findPerson } from './find-person.ts';
import { readJson } from './read-json.ts';

const readers = z.array(z.string().min(1)).nullable();
const newSite = z.strictObject({ displayName: z.string().min(1), readers: readers.default(null) });
const newList = z.strictObject({ displayName: z.string().min(1), template: z.string().default('events') });
const fields = z.record(z.string(), z.unknown());

/** What people do in SharePoint: sites, lists and their items. Bodies of items are their fields. */
export function siteRoutes(app: Hono, emulators: Emulators): void {
  const store = emulators.graph.sharePoint;
  const idsOf = (names: readonly string[] | null) => (names === null ? null : names.map((name) => findPerson(emulators, name).user.id));

  app.get('/sites', (context) =>
    context.json({ items: [...store.sites.values()].map((site) => ({ ...site, lists: store.lists(site.id) })) }),
  );
  app.post('/sites', async (context) => {
    const wanted = await readJson(context, newSite);
    return context.json(store.addSite(wanted.displayName, idsOf(wanted.readers)), 201);
  });
  app.post('/sites/:site/readers', async (context) => {
    const wanted = await readJson(context, z.strictObject({ readers }));
    return context.json(store.setReaders(context.req.param('site'), idsOf(wanted.readers)));
  });
  app.post('/sites/:site/lists', async (context) => {
    const { displayName, template } = await readJson(context, newList);
    return context.json(store.addList(context.req.param('site'), displayName, template), 201);
  });
  app.get('/sites/:site/lists/:list/items', (context) => {
    const { site, list } = context.req.param();
    return context.json({ items: store.items(store.list(site, list).id).filter((item) => !item.deleted) });
  });
  app.post('/sites/:site/lists/:list/items', async (context) => {
    const { site, list } = context.req.param();
    return context.json(store.addItem(store.list(site, list).id, await readJson(context, fields)), 201);
  });
  app.post('/sites/:site/lists/:list/items/:item/:act', async (context) => {
    const { site, list, item, act } = context.req.param();
    const { id } = store.list(site, list);
    if (act === 'edit') return context.json(store.updateItem(id, item, await readJson(context, fields)));
    if (act !== 'delete') throw new BadInput(`unknown act "${act}"`, 'the address of the request', 'use one of: edit, delete');
    store.deleteItem(id, item);
    return context.json({ done: act });
  });
}
