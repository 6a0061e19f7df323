import type { Link, ObjectKind, Observation, SettingLevel, Side } from '../../../core/model/index.ts';
import type { HistoryEntry } from '../../../core/sync/index.ts';

export interface ItemHistory {
  link: Link | null;
  items: readonly Observation[];
  entries: readonly HistoryEntry[];
  /** Names by Salesforce user id. */
  people: ReadonlyMap<string, string>;
}

export interface SettingChangeRow {
  id: string;
  customerId: string;
  level: SettingLevel;
  levelId: string;
  key: string;
  before: { value: unknown; mayAdjust: boolean } | null;
  after: { value: unknown; mayAdjust: boolean } | null;
  actorEmail: string | null;
  undoes: string | null;
  undone: boolean;
  at: string;
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
