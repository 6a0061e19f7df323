import type { User } from '../../contract/client/index.ts';

export interface UserDraft {
  name: string;
  email: string;
  organizationId: string;
  planId: string;
}

export const draftOf = (user: User): UserDraft => ({
  name: user.name,
  email: user.email,
  organizationId: user.organization.id,
  planId: user.plan.id,
});

/** What of a draft differs from the user: only that is sent, so that what somebody else changed meanwhile stays. */
export const changedFields = (user: User, draft: UserDraft): Partial<UserDraft> => {
  const before = draftOf(user);
  const trimmed = { ...draft, name: draft.name.trim(), email: draft.email.trim() };
  const names = Object.keys(before) as (keyof UserDraft)[];
  return Object.fromEntries(names.filter((name) => trimmed[name] !== before[name]).map((name) => [name, trimmed[name]]));
};
