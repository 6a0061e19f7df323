import type { StatusState } from '../../contract/client/index.ts';
import { type CustomerSection, readCustomerSection } from '../customer/index.ts';
import { type GroupSection, readGroupSection } from '../groups/index.ts';
import { type OrganizationSection, readSection } from '../organization/index.ts';

/** Where in the console: the part of the address after "#". Outlook and extensions take the history away, so there is no other routing. */
export type Place =
  | { page: 'start' }
  | { page: 'users'; query: string; state: StatusState | undefined }
  | { page: 'user'; id: string }
  | { page: 'session'; userId: string; id: string }
  | { page: 'organizations' }
  | { page: 'settings'; of: string }
  | { page: 'customers' }
  | { page: 'customer'; id: string; section: CustomerSection }
  | { page: 'push'; id: string }
  | { page: 'groups' }
  | { page: 'group'; id: string; section: GroupSection }
  | { page: 'organization'; id: string; section: OrganizationSection }
  | { page: 'my-sync' };

const states: readonly string[] = ['syncing', 'up-to-date', 'waiting', 'needs-attention', 'off'] satisfies StatusState[];

/** Pages that are one thing each. */
const plain = [{ page: 'organizations' }, { page: 'groups' }, { page: 'customers' }, { page: 'my-sync' }] as const satisfies Place[];

/** The list as it is filtered, one user, or one of its sessions. */
const readUsers = (userId: string | undefined, session: string | undefined, asked: URLSearchParams): Place => {
  if (userId && session) return { page: 'session', userId, id: session };
  if (userId) return { page: 'user', id: userId };
  const state = asked.get('state') ?? '';
  return { page: 'users', query: asked.get('q') ?? '', state: states.includes(state) ? (state as StatusState) : undefined };
};

export const readPlace = (hash: string): Place => {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page, id, section, part] = path.split('/').map(decodeURIComponent);
  if (page === 'users') return readUsers(id, section === 'sessions' ? part : undefined, new URLSearchParams(search));
  if (page === 'organizations' && id) return { page: 'organization', id, section: readSection(section) };
  // Whose settings: "customer 42"; nothing where the page chooses.
  if (page === 'settings') return { page, of: id && section ? `${id} ${section}` : '' };
  if (page === 'push') return { page, id: id ?? '' };
  if (page === 'customers' && id) return { page: 'customer', id, section: readCustomerSection(section) };
  if (page === 'groups' && id) return { page: 'group', id, section: readGroupSection(section) };
  return plain.find((one) => one.page === page) ?? { page: 'start' };
};

export const usersPlace = (query: string, state: StatusState | undefined): string => {
  const asked = new URLSearchParams();
  if (query !== '') asked.set('q', query);
  if (state !== undefined) asked.set('state', state);
  return asked.size === 0 ? '#/users' : `#/users?${asked}`;
};
