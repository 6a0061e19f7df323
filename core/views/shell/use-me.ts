import type { Answer } from '../../contract/client/index.ts';
import { type Resource, useResource } from '../app/index.ts';

export type Me = Answer<'GET /api/me'>;

/** Who I am, what I may do, and my mailboxes. */
export const useMe = (): Resource<Me> =>
  useResource(
    'me',
    (client) => client.call('GET /api/me', {}),
    (event) => ['user.changed', 'organization.changed', 'session.queued', 'session.started', 'session.finished'].includes(event.kind),
  );
