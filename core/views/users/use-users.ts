import { useEffect } from 'preact/hooks';
import type { Client, User } from '../../contract/client/index.ts';
import { type Resource, useApp, useResource } from '../app/index.ts';

export interface LoadedUsers {
  users: User[];
  /** False where the service holds more than a page should: then the search asks the service. */
  complete: boolean;
}

const page = 200;
const most = 5000;
/** Changes that come together are fetched together (milliseconds). */
const gather = 250;
/** From so many changed users on, the whole list is cheaper. */
const many = 12;

const loadUsers = async (client: Client): Promise<LoadedUsers> => {
  const users: User[] = [];
  let cursor: string | undefined;
  do {
    const answer = await client.call('GET /api/users', { query: { limit: page, ...(cursor === undefined ? {} : { cursor }) } });
    users.push(...answer.items);
    cursor = answer.nextCursor ?? undefined;
  } while (cursor !== undefined && users.length < most);
  return { users, complete: cursor === undefined };
};

/** All users that I may see, each replaced as soon as a live event names it. */
export const useUsers = (): Resource<LoadedUsers> => {
  const app = useApp();
  const users = useResource('users', loadUsers, (event) => event.kind === 'organization.changed');
  useEffect(() => {
    const changed = new Set<string>();
    const refresh = async (): Promise<void> => {
      const ids = [...changed];
      changed.clear();
      const before = users.shown.value;
      if (before === undefined || ids.length > many) return users.load();
      const fresh = await Promise.all(
        ids.map((id) => app.service.client.call('GET /api/users/{id}', { path: { id } }).catch(() => undefined)),
      );
      const byId = new Map(fresh.filter((user) => user !== undefined).map((user) => [user.id as string, user]));
      const now = users.shown.value ?? before;
      const known = new Set(now.value.users.map((user) => user.id as string));
      const added = [...byId.values()].filter((user) => !known.has(user.id));
      users.put({ ...now.value, users: [...now.value.users.map((user) => byId.get(user.id) ?? user), ...added] });
    };
    return app.feed.subscribe((event) => {
      if (event.userId === null || event.kind === 'session.progress' || event.kind.startsWith('issue.')) return;
      if (changed.size === 0) void app.host.clock.sleep(gather).then(refresh);
      changed.add(event.userId);
    });
  }, [app, users]);
  return users;
};
