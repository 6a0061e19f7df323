import { randomUUID } from 'node:crypto';
import type { Desk } from '../../world/desk.ts';
import type { Table } from '../../world/table.ts';
import { GraphError } from '../http/graph-error.ts';
import type { Site, SiteItem, SiteList } from './site.ts';

export const notFound = () => new GraphError(404, 'itemNotFound', 'The resource could not be found.');

const host = 'fernwood.sharepoint.example';

type Fields = Record<string, unknown>;

/** SharePoint of the tenant: sites, their lists, and the items with their history. */
export class SiteStore {
  readonly sites: Table<Site>;
  readonly #lists: Table<SiteList>;
  readonly #items: Table<SiteItem>;
  readonly #clock: Desk['clock'];

  constructor({ world, clock }: Desk) {
    this.#clock = clock;
    this.sites = world.table('graph.sites');
    this.#lists = world.table('graph.siteLists');
    this.#items = world.table('graph.siteItems');
  }

  addSite(displayName: string, readers: string[] | null, id = `${host},${randomUUID()},${randomUUID()}`): Site {
    const name = displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    return this.sites.set(id, { id, name, displayName, webUrl: `https://${host}/sites/${name}`, readers });
  }
  site(id: string): Site {
    const site = this.sites.get(id);
    if (!site) throw notFound();
    return site;
  }
  setReaders(id: string, readers: string[] | null): Site {
    return this.sites.set(id, { ...this.site(id), readers });
  }

  addList(siteId: string, displayName: string, template: string, id: string = randomUUID()): SiteList {
    return this.#lists.set(id, { id, siteId: this.site(siteId).id, displayName, template });
  }
  list(siteId: string, id: string): SiteList {
    const list = this.#lists.get(id);
    if (list?.siteId !== siteId) throw notFound();
    return list;
  }
  lists(siteId: string): SiteList[] {
    return [...this.#lists.values()].filter((list) => list.siteId === siteId);
  }

  /** By number, deleted ones too. */
  items(listId: string): SiteItem[] {
    return [...this.#items.values()].filter((item) => item.listId === listId).sort((a, b) => a.no - b.no);
  }
  item(listId: string, no: string): SiteItem {
    const item = this.#items.get(`${listId}/${no}`);
    if (!item || item.deleted) throw notFound();
    return item;
  }
  lastSeq(listId: string): number {
    return Math.max(0, ...this.items(listId).map((item) => item.seq));
  }
  addItem(listId: string, fields: Fields): SiteItem {
    const no = Math.max(0, ...this.items(listId).map((item) => item.no)) + 1;
    const now = this.#clock.now();
    return this.#put({ no, listId, seq: this.lastSeq(listId) + 1, version: 1, created: now, modified: now, deleted: false, fields });
  }
  updateItem(listId: string, no: string, fields: Fields): SiteItem {
    const item = this.item(listId, no);
    const changed = { seq: this.lastSeq(listId) + 1, version: item.version + 1, modified: this.#clock.now() };
    return this.#put({ ...item, ...changed, fields: { ...item.fields, ...fields } });
  }
  deleteItem(listId: string, no: string): void {
    const item = this.item(listId, no);
    this.#put({ ...item, seq: this.lastSeq(listId) + 1, modified: this.#clock.now(), deleted: true });
    // A series goes with the days that were changed or taken out of it.
    for (const part of this.items(listId)) {
      if (!part.deleted && String(part.fields.MasterSeriesItemID ?? '') === no) this.deleteItem(listId, String(part.no));
    }
  }

  #put(item: SiteItem): SiteItem {
    return this.#items.set(`${item.listId}/${item.no}`, item);
  }
}
