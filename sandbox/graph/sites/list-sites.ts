import { ok } from '../http/answer.ts';
import type { Operation } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';
import { cutPage } from '../odata/cut-page.ts';
import { renderSite } from './render-site.ts';

/** Only by search (`*` for all), and only what the caller may read. */
export const listSites: Operation = {
  of: 'tenant',
  name: 'graph.sites.search',
  right: 'Sites.Read',
  options: ['search', '$select', '$top', '$skip'],
  answer(call) {
    const search = call.query.get('search')?.toLowerCase();
    if (search === undefined) throw new GraphError(400, 'invalidRequest', 'The search query option is required.');
    const { caller, store } = call;
    const mine = [...store.sharePoint.sites.values()].filter(
      ({ readers }) => caller.kind === 'application' || readers === null || readers.includes(caller.userId),
    );
    const found = search === '*' ? mine : mine.filter((site) => site.displayName.toLowerCase().includes(search));
    const page = cutPage(call, found, 100);
    return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#sites`, value: page.rows.map(renderSite), ...page.links });
  },
};
