import { statusState } from '../../../core/model/index.ts';
import type { StateCount } from '../ports/index.ts';

/** Sums of users by state; every state is named, also with none. */
export const countStates = (counts: readonly StateCount[]) => {
  const byState = Object.fromEntries(statusState.options.map((state) => [state, 0])) as Record<StateCount['state'], number>;
  for (const one of counts) byState[one.state] += one.users;
  return { total: counts.reduce((sum, one) => sum + one.users, 0), byState };
};
