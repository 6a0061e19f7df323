import type { ObjectKind, SettingLevel, Side } from '../../../core/model/index.ts';
import type { Store } from '../store.ts';
import { itemHistory } from './item-history.ts';
import { settingChanges } from './setting-changes.ts';

type Wall = readonly string[];

/** What was written and what settings were: what service/http asks of the store (its port History). */
export function history(store: Store) {
  const changes = settingChanges(store);
  return {
    item: (wall: Wall, userId: string, item: { side: Side; object: ObjectKind; remoteId: string }) =>
      itemHistory(store, wall, userId, item),
    settingChanges: (
      wall: Wall,
      place: { level: SettingLevel; id: string },
      page: { before?: { at: string; id: string } | undefined; limit: number },
    ) => changes.list(wall, place, page),
    settingChange: (wall: Wall, id: string) => changes.one(wall, id),
  };
}
