import type { Speak, settingsText } from '../../text/index.ts';
import { groupOf, nameSetting } from './name-setting.ts';

type Key = typeof settingsText extends { en: Readonly<Record<infer K, string>> } ? K : never;

/** The name of a setting outside of its group: "Contacts: Outlook to Salesforce". */
export const nameInFull = (t: Speak<Key>, key: string): string => {
  const group = groupOf(key);
  return group === 'other' ? nameSetting(t, key) : `${t(group)}: ${nameSetting(t, key)}`;
};
