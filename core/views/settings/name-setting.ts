import type { Speak, settingsText } from '../../text/index.ts';

type Key = typeof settingsText extends { en: Readonly<Record<infer K, string>> } ? K : never;

const parts = new Set<string>([
  'up',
  'down',
  'trigger',
  'deletions.up',
  'deletions.down',
  'conflict',
  'category',
  'window.daysBack',
  'window.daysAhead',
  'past',
  'exclude.addresses',
  'exclude.domains',
  'internal.domains',
] satisfies Key[]);
const objects = ['contact', 'event', 'task', 'email'] as const;
export type SettingGroup = (typeof objects)[number] | 'other';

/** Under which heading a setting stands. */
export const groupOf = (key: string): SettingGroup => objects.find((object) => key.startsWith(`${object}.`)) ?? 'other';

/** What people call a setting; one that has no words here goes by its key, so that none is hidden. */
export const nameSetting = (t: Speak<Key>, key: string): string => {
  const group = groupOf(key);
  const part = group === 'other' ? key : key.slice(group.length + 1);
  return parts.has(part) ? t(part as Key) : key;
};
