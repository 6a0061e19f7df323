import type { Job } from '../../contract/client/index.ts';

export const acts = ['creates', 'updates', 'deletes', 'holds', 'skips'] as const;
export type Act = (typeof acts)[number];

const actOf: Readonly<Record<string, Act>> = { create: 'creates', update: 'updates', delete: 'deletes', hold: 'holds', skip: 'skips' };

/** The counts of a preview by act, over objects and directions: {"contact.up.create": 3, "event.down.create": 1} makes 4 creates. */
export const sumCounts = (counts: Job['counts']): Record<Act, number> => {
  const sums: Record<Act, number> = { creates: 0, updates: 0, deletes: 0, holds: 0, skips: 0 };
  for (const [name, count] of Object.entries(counts)) {
    const act = actOf[name.split('.')[2] ?? ''];
    if (act !== undefined) sums[act] += count;
  }
  return sums;
};
