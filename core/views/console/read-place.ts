import type { StatusState } from '../../contract/client/index.ts';
import { type GroupSection, readGroupSection } from '../groups/index.ts';
import { type OrganizationSection, readSection } from '../organization/index.ts';

/** Where in the console: the part of the address after "#". Outlook and extensions take the history away, so there is no other routing. */
export type Place =
  | { page: 'start' }
  | { page: 'users'; query: string; state: StatusState | undefined }
  | { page: 'user'; id: string }
  | { page: 'organizations' }
  | { page: 'settings'; of: string }
  | { page: 'customers' }
  | { page: 'groups' }
  | { page: 'group'; id: string; section: GroupSection }
  | { page: 'organization'; id: string; section: OrganizationSection }
  | { page: 'my-sync' };

const states: readonly string[] = ['syncing', 'up-to-date', 'waiting', 'needs-attention', 'off'] satisfies StatusState[];

/** Pages that are one thing each. */
const plain = [{ page: 'organizations' }, { page: 'groups' }, { page: 'customers' }, { page: 'my-sync' }] as const satisfies Place[];

export const readPlace = (hash: string): Place => {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page, id, section] = path.split('/').map(decodeURIComponent);
  const asked = new URLSearchParams(search);
  if (page === 'users' && id) return { page: 'user', id };
  if (page === 'organizations' && id) return { page: 'organization', id, section: readSection(section) };
  // Whose settings: "customer 42"; nothing where the page chooses.
  if (page === 'settings') return { page, of: id && section ? `${id} ${section}` : '' };
  if (page === 'groups' && id) return { page: 'group', id, section: readGroupSection(section) };
  if (page === 'users') {
    const state = asked.get('state') ?? '';
    return { page: 'users', query: asked.get('q') ?? '', state: states.includes(state) ? (state as StatusState) : undefined };
  }
  return plain.find((one) => one.page === page) ?? { page: 'start' };
};

export const usersPlace = (query: string, state: StatusState | undefined): string => {
  const asked = new URLSearchParams();
  if (query !== '') asked.set('q', query);
  if (state !== undefined) asked.set('state', state);
  return asked.size === 0 ? '#/users' : `#/users?${asked}`;
};
