import { needsSomebody } from '../../../core/status/index.ts';
import { presentUser, statusOf } from '../answers/present-user.ts';
import type { Handlers } from '../handler.ts';
import type { StateCount } from '../ports/index.ts';
import { wallOf, withinFor } from '../reach/index.ts';
import { countStates } from './count-states.ts';
import { stateContext } from './state-context.ts';

const mostShown = 10;
const mostOrganizations = 10_000;

/** Why users are not up to date, widest cause first: four hundred red rows with one reason are one line. */
const causesOf = (counts: readonly StateCount[]) => {
  const causes = new Map<string, Pick<StateCount, 'reason' | 'state' | 'level' | 'users'>>();
  for (const { reason, state, level, users } of counts) {
    if (state === 'up-to-date' || state === 'syncing') continue;
    const cause = causes.get(`${level} ${reason} ${state}`);
    if (cause) cause.users += users;
    else causes.set(`${level} ${reason} ${state}`, { reason, state, level, users });
  }
  return [...causes.values()].sort((a, b) => b.users - a.users || a.reason.localeCompare(b.reason));
};

export const summaryHandlers: Pick<Handlers, 'GET /api/summary'> = {
  'GET /api/summary': async ({ caller, options, now }) => {
    const wall = wallOf(caller);
    const within = withinFor(caller, 'summary.read');
    const context = stateContext(now);
    const order = { sort: 'attention', descending: false, limit: mostShown } as const;
    const [counts, worst, organizations] = await Promise.all([
      options.directory.countUsers(wall, within, context),
      options.directory.users(wall, { within }, order, context),
      options.directory.organizations(wall, { within, limit: mostOrganizations }),
    ]);
    return {
      at: context.now,
      users: countStates(counts),
      causes: causesOf(counts),
      attention: worst.filter((row) => needsSomebody(statusOf(row, now))).map((row) => presentUser(row, now)),
      organizations: { total: organizations.length, off: organizations.filter((one) => !one.enabled || one.suspended !== null).length },
    };
  },
};
