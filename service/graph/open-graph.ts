import { requireSafeAddress } from '../../core/connectivity/index.ts';
import type { Customizer } from '../../core/customization/index.ts';
import type { Provider, RawItem, Write } from '../../core/sync/index.ts';
import { askPaths } from './ask-paths.ts';
import { bodyOf } from './body-of.ts';
import { openCustomizer } from './customization/index.ts';
import { mailSource } from './email/mail-source.ts';
import { exchange, exchangeAll, type Outcome } from './exchange.ts';
import { findBins } from './find-bins.ts';
import { findHomes, type Homes } from './find-homes.ts';
import { gatherAsks } from './gather-asks.ts';
import { createGraphClient } from './graph-client.ts';
import type { GraphRequest } from './graph-request.ts';
import type { GraphAccess, GraphSettings } from './graph-settings.ts';
import { lastingIds } from './lasting-ids.ts';
import { matchList } from './match-list.ts';
import { graphObjects } from './objects.ts';
import { readItem } from './raw-item.ts';
import { readPages } from './read-pages.ts';
import { toLookup } from './to-lookup.ts';
import { withQuery } from './with-query.ts';
import { type Stamped, writeItems } from './write-items.ts';

export interface GraphSide extends Provider {
  readonly customizer: Customizer;
}

/** The Outlook side of one lane: a mailbox in Exchange Online through Microsoft Graph. */
export function openGraph(settings: GraphSettings, access: GraphAccess): GraphSide {
  requireSafeAddress(settings.baseUrl, 'the address of Microsoft Graph');
  const client = createGraphClient(settings, access);
  const user = `/users/${encodeURIComponent(access.mailbox)}`;
  const readAll = askPaths(client, settings, access);
  const ask = async (requests: readonly GraphRequest[]): Promise<unknown[]> =>
    (await exchangeAll(client, settings, access, requests)).map(bodyOf);

  const homes: Homes = new Map();
  const bins = new Map<Write['object'], string>();

  async function find(queries: readonly { object: Write['object']; filter: string }[]): Promise<Outcome[]> {
    return readAll(
      queries.map(({ object, filter }) => {
        const definition = graphObjects[object];
        return definition.query(withQuery(definition.items(user), { $filter: filter }), settings.select(object));
      }),
    );
  }

  return {
    side: 'outlook',
    customizer: openCustomizer({
      user,
      ask,
      send: async (request) => (await exchangeAll(client, settings, access, [request]))[0] ?? unanswered,
    }),
    requests: client.requests,
    async discover(objects, first) {
      const together = gatherAsks((requests) => exchangeAll(client, settings, access, requests));
      const askTogether = async (requests: readonly GraphRequest[]) => (await together(requests)).map(bodyOf);
      return (await Promise.all(objects.map((object) => graphObjects[object].discover(user, askTogether, first)))).flat();
    },
    read: (requests) =>
      readPages(
        requests,
        (collection) => graphObjects[collection.object].firstPage(user, collection, settings.select(collection.object)),
        readAll,
        access.mailbox,
      ),
    mail: mailSource({ user, client, settings, access, readAll: (requests) => exchangeAll(client, settings, access, requests) }),
    async get(refs) {
      await findBins(bins, new Set(refs.map(({ object }) => object)), user, ask);
      const outcomes = await readAll(
        refs.map(({ object, remoteId }) => graphObjects[object].query(graphObjects[object].item(user, remoteId), settings.select(object))),
      );
      return refs.map(({ object, remoteId }, index) => toLookup({ object, remoteId }, outcomes[index], { user, bin: bins.get(object) }));
    },
    lastingIds: (ids) => lastingIds(user, ids, ask),
    async match({ object, by, values }) {
      const queries = values.flatMap((value) => graphObjects[object].filter(by, value) ?? []).map((filter) => ({ object, filter }));
      const items = (await find(queries)).flatMap((outcome) => matchList(bodyOf(outcome)));
      return [...new Map(items.map((item) => [item.remoteId, item])).values()];
    },
    write: (writes) =>
      writeItems(
        {
          user,
          exchange: (requests) => exchange(client, settings, access, requests),
          homes: (objects) => findHomes(homes, objects, user, ask),
          findStamped: async (open, home) => {
            const [first] = open;
            const lookUp = first && graphObjects[first.object].findStamped;
            if (lookUp)
              return lookUpStamped(() =>
                lookUp(
                  user,
                  home,
                  open.map(({ key }) => key ?? ''),
                  ask,
                ),
              );
            const queries = open.flatMap(({ object, key }) => {
              const filter = graphObjects[object].filter('stamp', key ?? '');
              return filter === null ? [] : { object, filter };
            });
            return (await find(queries)).map((outcome) => ('error' in outcome ? outcome : firstOf(matchList(outcome.answer.body))));
          },
        },
        writes,
      ),
  };
}

const unanswered: Outcome = { place: 0, error: { kind: 'bug', code: 'no-outcome', message: 'the request was not answered' } };

const firstOf = (items: readonly RawItem[]): RawItem | null => items[0] ?? null;

/** A look-up that fails says so for each of the creates: none of them is sent again on a guess. */
async function lookUpStamped(lookUp: () => Promise<unknown[]>): Promise<Stamped[]> {
  return (await lookUp()).map((item) => (item === null ? null : readItem(item)));
}
