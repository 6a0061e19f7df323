import type { Ask, Item } from '../../contract/client/index.ts';

export type Setting = Item<'GET /api/settings/{level}/{id}'>;
export type Change = Ask<'PATCH /api/settings/{level}/{id}'>['body']['changes'][number];

export const kinds = ['contact', 'event', 'task', 'email'] as const;
export type Kind = (typeof kinds)[number];
export type Way = 'both' | 'up' | 'down' | 'none';
export type Trigger = 'everything' | 'category' | 'saved' | 'mixed';

export interface Choices {
  ways: Record<Kind, Way>;
  /** `mixed`: not the same for all kinds; left as it is. */
  trigger: Trigger;
}

const valueAt = (settings: readonly Setting[], key: string): unknown => settings.find((one) => one.key === key)?.value;

const wayOf = (settings: readonly Setting[], kind: Kind): Way => {
  const [up, down] = [valueAt(settings, `${kind}.up`) === true, valueAt(settings, `${kind}.down`) === true];
  if (up && down) return 'both';
  return up ? 'up' : down ? 'down' : 'none';
};

/** A mail goes to Salesforce or stays: it is never written into Outlook. */
export const waysOf = (kind: Kind): readonly Way[] => (kind === 'email' ? ['up', 'none'] : ['both', 'up', 'down', 'none']);

export const readChoices = (settings: readonly Setting[]): Choices => {
  const triggers = new Set(kinds.map((kind) => valueAt(settings, `${kind}.trigger`)));
  const [only] = triggers;
  return {
    ways: {
      contact: wayOf(settings, 'contact'),
      event: wayOf(settings, 'event'),
      task: wayOf(settings, 'task'),
      email: wayOf(settings, 'email'),
    },
    trigger: triggers.size === 1 ? (only as Trigger) : 'mixed',
  };
};

/** Whether a person may choose it here: else an administrator did. */
export const mayChoose = (settings: readonly Setting[], kind: Kind): boolean =>
  settings.some(({ key, adjustable }) => adjustable && (key === `${kind}.up` || key === `${kind}.down`));

/** The settings that the choices make otherwise than they are. What may not be adjusted here is left out. */
export const changesOf = (settings: readonly Setting[], { ways, trigger }: Choices): Change[] => {
  const wanted: [string, unknown][] = kinds.flatMap((kind) => [
    [`${kind}.up`, ways[kind] === 'both' || ways[kind] === 'up'] as [string, unknown],
    ...(kind === 'email' ? [] : [[`${kind}.down`, ways[kind] === 'both' || ways[kind] === 'down'] as [string, unknown]]),
    ...(trigger === 'mixed' ? [] : [[`${kind}.trigger`, trigger] as [string, unknown]]),
  ]);
  return wanted.flatMap(([key, value]) => {
    const now = settings.find((one) => one.key === key);
    return now === undefined || !now.adjustable || now.value === value ? [] : [{ key, value, mayAdjust: true }];
  });
};
