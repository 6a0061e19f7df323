import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { cutPage } from '../odata/cut-page.ts';
import { reachSite } from './reach-site.ts';
import { itemPresenter } from './render-item.ts';
import { renderList, renderSite } from './render-site.ts';

type Answering = Operation['answer'];

const operation = (name: string, options: readonly string[], answer: Answering): Operation => ({
  of: 'tenant',
  name: `graph.${name}`,
  right: 'Sites.Read',
  options,
  answer,
});

export const getSite = operation('sites.get', [], (call) =>
  ok({ '@odata.context': `${call.origin}/v1.0/$metadata#sites/$entity`, ...renderSite(reachSite(call)) }),
);

export const listLists = operation('sites.lists', ['$select', '$top', '$skip'], (call) => {
  const page = cutPage(call, call.store.sharePoint.lists(reachSite(call).id), 200);
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#lists`, value: page.rows.map(renderList), ...page.links });
});

export const getList = operation('sites.list', ['$select'], (call) => {
  const list = call.store.sharePoint.list(reachSite(call).id, call.params.list ?? '');
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#lists/$entity`, ...renderList(list) });
});

/** 200 a page at most, whatever Prefer asks for. */
const pageSize = 200;

export const listItems = operation('listItems.list', ['$expand', '$top', '$skip'], (call) => {
  const list = call.store.sharePoint.list(reachSite(call).id, call.params.list ?? '');
  const show = itemPresenter(call.query.get('$expand'));
  const items = call.store.sharePoint.items(list.id).filter((item) => !item.deleted);
  const page = cutPage({ ...call, prefer: { ...call.prefer, pageSize } }, items, pageSize);
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#listItems`, value: page.rows.map(show), ...page.links });
});

export const getItem = operation('listItems.get', ['$expand', '$select'], (call) => {
  const list = call.store.sharePoint.list(reachSite(call).id, call.params.list ?? '');
  const item = call.store.sharePoint.item(list.id, call.params.item ?? '');
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#listItems/$entity`, ...itemPresenter(call.query.get('$expand'))(item) });
});
