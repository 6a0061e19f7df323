import type { Ask } from '../../contract/client/index.ts';

export type Target = Ask<'POST /api/settings/push'>['body']['targets'][number] & { name: string };
export type Change = Ask<'POST /api/settings/push'>['body']['changes'][number];

/** With the target of this id where it was not chosen, else without it. */
export const toggled = (targets: readonly Target[], target: Target): Target[] =>
  targets.some(({ id }) => id === target.id) ? targets.filter(({ id }) => id !== target.id) : [...targets, target];
