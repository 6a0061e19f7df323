import type { Speak, settingsText } from '../../text/index.ts';

type Key = typeof settingsText extends { en: Readonly<Record<infer K, string>> } ? K : never;

const named = new Set<string>([
  'up',
  'down',
  'trigger',
  'deletions.up',
  'deletions.down',
  'conflict',
  'category',
  'window.daysBack',
  'window.daysAhead',
  'conflict.fields',
  'mapping',
  'event.past',
  'contact.account',
  'contact.lead',
  'email.autoSave',
  'email.past',
  'email.relateTo',
  'email.attachments',
  'email.attachments.maxMegabytes',
  'email.attachments.inline',
  'activation.preview',
  'conflict.deadlineDays',
  'invitations.allowed',
  'exclude.addresses',
  'exclude.domains',
  'internal.domains',
  'sources.owner',
  'sources.newTeams',
  'sources.newSites',
] satisfies Key[]);
const objects = ['contact', 'event', 'task', 'email'] as const;
export type SettingGroup = (typeof objects)[number] | 'other';

/** Under which heading a setting stands. */
export const groupOf = (key: string): SettingGroup => objects.find((object) => key.startsWith(`${object}.`)) ?? 'other';

/** What people call a setting, by itself or as all objects have it; one of a newer service goes by its key, so that none is hidden. */
export const nameSetting = (t: Speak<Key>, key: string): string => {
  const group = groupOf(key);
  const part = group === 'other' ? key : key.slice(group.length + 1);
  const words = [key, part].find((one) => named.has(one));
  return words === undefined ? key : t(words as Key);
};
