import { ok } from '../http/answer.ts';
import type { Call, Operation } from '../http/call.ts';
import { callerName } from '../http/caller.ts';
import { GraphError } from '../http/graph-error.ts';
import { reachSite } from './reach-site.ts';
import { itemPresenter } from './render-item.ts';

const pageSize = 200;

/** `position`: the last history number that was told; `first`: the first enumeration, which names no deleted items. */
interface Place {
  generation: number;
  position: number;
  first: boolean;
}

/**
 * listItem: delta. Without a token it enumerates the list; `token=latest` gives the present place and nothing else. A deleted item comes
 * with its id and `deleted` only. A forgotten place answers 410 resyncRequired with a Location to begin anew (listitem-delta).
 */
export const deltaItems: Operation = {
  of: 'tenant',
  name: 'graph.listItems.delta',
  right: 'Sites.Read',
  options: ['$expand', '$select', '$top', 'token'],
  answer(call) {
    const { store } = call;
    const list = store.sharePoint.list(reachSite(call).id, call.params.list ?? '');
    const key = `${callerName(call.caller)}|list|${list.id}`;
    const place = placeOf(call, key);
    const show = itemPresenter(call.query.get('$expand'));
    const news = store.sharePoint
      .items(list.id)
      .filter((item) => item.seq > place.position && !(place.first && item.deleted))
      .sort((a, b) => a.seq - b.seq);
    const page = call.query.get('token') === 'latest' ? [] : news.slice(0, pageSize);
    const more = page.length > 0 && page.length < news.length;
    const position = more ? (page.at(-1)?.seq ?? 0) : store.sharePoint.lastSeq(list.id);
    const generation = store.generations.issue(key, `${position}`);
    const link = more ? '@odata.nextLink' : '@odata.deltaLink';
    const token = writePlace({ generation, position, first: more && place.first });
    return ok({
      '@odata.context': `${call.origin}/v1.0/$metadata#Collection(listItem)`,
      value: page.map((item) => (item.deleted ? { id: String(item.no), deleted: { state: 'deleted' } } : show(item))),
      [link]: linkTo(call, token),
    });
  },
};

function placeOf(call: Call, key: string): Place {
  const token = call.query.get('token');
  if (token === undefined || token === 'latest') return { generation: 0, position: 0, first: true };
  const place = readPlace(token);
  if (place) {
    try {
      call.store.generations.check(key, place.generation);
      return place;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
    }
  }
  throw new GraphError(410, 'resyncRequired', "Resync required. Replace any local items with the server's version.", {
    Location: linkTo(call, undefined),
  });
}

/** The options of the first request go along in the link. */
function linkTo(call: Call, token: string | undefined): string {
  const query = [...call.query].filter(([name]) => name !== 'token').map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const all = token === undefined ? query : [...query, `token=${token}`];
  return `${call.origin}/v1.0${call.path}${all.length > 0 ? `?${all.join('&')}` : ''}`;
}

const writePlace = ({ generation, position, first }: Place): string =>
  Buffer.from(JSON.stringify([generation, position, first])).toString('base64url');

function readPlace(text: string): Place | undefined {
  try {
    const [generation, position, first] = JSON.parse(Buffer.from(text, 'base64url').toString());
    return typeof generation === 'number' && typeof position === 'number' ? { generation, position, first: first === true } : undefined;
  } catch {
    return undefined;
  }
}
