import type { SettingLevel } from '../../../core/model/index.ts';

/** What one level says of one setting. */
export interface SettingRow {
  level: SettingLevel;
  levelId: string;
  key: string;
  value: unknown;
  mayAdjust: boolean;
}

export type SettingKey = Pick<SettingRow, 'level' | 'levelId' | 'key'>;
