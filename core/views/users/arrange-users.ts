import type { StatusState, User } from '../../contract/client/index.ts';

export type UserColumn = 'attention' | 'name' | 'organization' | 'plan' | 'lastSuccess' | 'issues';

export interface Arrangement {
  /** Part of a name or address. */
  query: string;
  state: StatusState | undefined;
  sort: UserColumn;
  descending: boolean;
}

/** Whoever needs somebody first, then what is going on, then what is in order. */
const urgency: Record<StatusState, number> = { 'needs-attention': 0, off: 1, waiting: 2, syncing: 3, 'up-to-date': 4 };

const text = (user: User, column: UserColumn): string => {
  if (column === 'organization') return user.organization.name;
  if (column === 'plan') return user.plan.name;
  return column === 'lastSuccess' ? (user.lastSuccessAt ?? '') : user.name;
};

const number = (user: User, column: UserColumn): number => {
  if (column === 'attention') return urgency[user.status.state] * 1000 - Math.min(user.openIssues, 999);
  return column === 'issues' ? -user.openIssues : 0;
};

const plain = (value: string): string => value.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export const matches = (user: User, query: string): boolean => {
  const wanted = plain(query.trim());
  return wanted === '' || plain(user.name).includes(wanted) || plain(user.email).includes(wanted);
};

/** Filters and sorts what is loaded. Names are compared as the reader's language orders them. */
export const arrangeUsers = (users: readonly User[], { query, state, sort, descending }: Arrangement, locale: string): User[] => {
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const compare = (one: User, other: User): number =>
    number(one, sort) - number(other, sort) ||
    collator.compare(text(one, sort), text(other, sort)) ||
    collator.compare(one.email, other.email);
  const found = users.filter((user) => (state === undefined || user.status.state === state) && matches(user, query)).sort(compare);
  return descending ? found.reverse() : found;
};

export const countStates = (users: readonly User[]): Record<StatusState, number> => {
  const counts = { 'needs-attention': 0, off: 0, waiting: 0, syncing: 0, 'up-to-date': 0 };
  for (const user of users) counts[user.status.state] += 1;
  return counts;
};
