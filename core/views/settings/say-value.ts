import type { Speak, settingsText } from '../../text/index.ts';
import { conflictChoices, settingChoices } from './setting-choices.ts';

type Key = keyof (typeof settingsText)['en'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A setting's value in words: yes and no, the name of a choice, the members of a list, one line of a table after the other. */
export const sayValue = (t: Speak<Key>, key: string, value: unknown, sayField: (field: string) => string): string => {
  const choice = settingChoices(key)?.find(([one]) => one === value)?.[1];
  if (choice !== undefined) return t(choice);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (Array.isArray(value)) {
    if (value.length === 0) return t('value-none');
    return value.every((one) => typeof one === 'string') ? value.join(', ') : t('value-rules', { count: value.length });
  }
  if (!isRecord(value)) return String(value);
  const winner = (one: unknown): string => {
    const word = conflictChoices.find(([name]) => name === one)?.[1];
    return word === undefined ? String(one) : t(word);
  };
  const lines = Object.entries(value).map(([field, one]) => `${sayField(field)}: ${winner(one)}`);
  return lines.length === 0 ? t('value-none') : lines.join(', ');
};
