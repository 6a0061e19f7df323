import type { Speak, settingsText } from '../../text/index.ts';

type Key = keyof (typeof settingsText)['en'];

export interface Refusal {
  what: string;
  todo: string;
  code?: string | undefined;
  values?: Readonly<Record<string, string>> | undefined;
}

const codes = ['locked', 'level', 'elsewhere', 'unknown', 'value'] as const;
const levels = ['plan', 'customer', 'organization', 'group', 'user'] as const;

/** Why a setting was not taken, in the reader's language where the code is known; else in the service's own words. */
export const sayRefusal = (t: Speak<Key>, { what, todo, code, values = {} }: Refusal): string => {
  const known = codes.find((one) => code === `setting_${one}`);
  if (known === undefined) return t('refusal-other', { what, todo });
  const named = (values.levels ?? '').split(' ').flatMap((name) => {
    const level = levels.find((one) => one === name);
    return level === undefined ? [] : [t(`level-${level}`)];
  });
  return t(`refusal-${known}`, { levels: named.join(', '), what });
};
