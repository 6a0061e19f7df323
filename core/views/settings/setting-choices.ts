import type { settingsText } from '../../text/index.ts';

type Key = keyof (typeof settingsText)['en'];
type Choices = readonly (readonly [value: string, word: Key])[];

const conflict: Choices = [
  ['newer', 'newer'],
  ['outlook', 'outlook'],
  ['salesforce', 'salesforce'],
  ['ask', 'ask'],
];
const byPart: Readonly<Record<string, Choices>> = {
  trigger: [
    ['everything', 'everything'],
    ['category', 'option-category'],
    ['saved', 'option-saved'],
  ],
  conflict,
  account: [
    ['off', 'option-no-account'],
    ['domain', 'option-domain'],
  ],
  lead: [
    ['wait', 'option-wait'],
    ['create', 'option-create'],
  ],
  relateTo: [
    ['none', 'option-none'],
    ['account', 'option-account'],
  ],
};

/** Who can win a field where both sides changed it. */
export const conflictChoices = conflict;

/** The values between which a setting chooses, with their words; none where it is written freely. */
export const settingChoices = (key: string): Choices | undefined => {
  const [, part, more] = key.split('.');
  return more === undefined ? byPart[part ?? ''] : undefined;
};
