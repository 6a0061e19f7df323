import type { Ask } from '../../contract/client/index.ts';
import { type Resource, useResource } from '../app/index.ts';
import type { Setting } from './setting-line.tsx';

type Level = Ask<'GET /api/settings/{level}/{id}'>['path']['level'];

/** The settings of one level as they hold there, asked again when any is changed. */
export const useSettings = (level: Level, id: string): Resource<Setting[]> =>
  useResource(
    `settings ${level} ${id}`,
    async (client) => (await client.call('GET /api/settings/{level}/{id}', { path: { level, id } })).items,
    (event) => event.kind === 'settings.changed',
  );
