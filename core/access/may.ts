import type { RoleGrant } from '../model/index.ts';
import type { Action } from './action.ts';
import { holds, type Place } from './place.ts';
import { roleActions, roleScopes } from './role-actions.ts';

/** `unseen`: none of the grants reaches the place, so it must look as if it did not exist (404). `no`: seen, but not allowed (403). */
export type Verdict = 'yes' | 'no' | 'unseen';

const isValid = (grant: RoleGrant): boolean => roleScopes[grant.role].includes(grant.scope.level);

/** May somebody with these (live) grants do this there? The one place where rights are decided. */
export const may = (grants: readonly RoleGrant[], action: Action, place: Place): Verdict => {
  const reaching = grants.filter((grant) => isValid(grant) && holds(grant.scope, place));
  if (reaching.length === 0) return 'unseen';
  return reaching.some((grant) => roleActions[grant.role].has(action)) ? 'yes' : 'no';
};

/** The actions that some grant allows somewhere: what a page need not even show is what is not among them. */
export const mayAnywhere = (grants: readonly RoleGrant[]): Action[] => {
  const all = new Set<Action>();
  for (const grant of grants) if (isValid(grant)) for (const action of roleActions[grant.role]) all.add(action);
  return [...all].sort();
};

/** The grants that allow an action, for lists: only what stands in one of these scopes is shown. */
export const scopesFor = (grants: readonly RoleGrant[], action: Action): RoleGrant['scope'][] =>
  grants.filter((grant) => isValid(grant) && roleActions[grant.role].has(action)).map((grant) => grant.scope);
