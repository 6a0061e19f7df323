import type { Item } from '../../contract/client/index.ts';
import { type Pages, usePages } from '../app/index.ts';

export type Group = Item<'GET /api/groups'>;

/** User groups, by name. Whatever is done to one is told as a change of settings. */
export const useGroups = (): Pages<Group> =>
  usePages(
    'groups',
    (client, query) => client.call('GET /api/groups', { query }),
    (event) => event.kind === 'settings.changed',
    50,
  );
