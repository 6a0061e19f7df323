import type { Link, ObjectKind, Observation, SettingLevel, Side } from '../../../core/model/index.ts';
import type { HistoryEntry } from '../../../core/sync/index.ts';
import type { SettingChangeRow } from '../../store/index.ts';

export type { SettingChangeRow };

export interface ItemHistory {
  link: Link | null;
  items: readonly Observation[];
  entries: readonly HistoryEntry[];
  /** Names by Salesforce user id. */
  people: ReadonlyMap<string, string>;
}

/** What was written, and what settings were. `wall` as in Directory. */
export interface History {
  item(wall: readonly string[], userId: string, item: { side: Side; object: ObjectKind; remoteId: string }): Promise<ItemHistory>;
  settingChanges(
    wall: readonly string[],
    place: { level: SettingLevel; id: string },
    page: { before?: { at: string; id: string } | undefined; limit: number },
  ): Promise<SettingChangeRow[]>;
  settingChange(wall: readonly string[], id: string): Promise<SettingChangeRow | undefined>;
}
