import type { Handlers } from '../handler.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachUser } from '../reach/index.ts';
import { lastingId } from './lasting-id.ts';

export const visibilityHandlers: Pick<Handlers, 'GET /api/users/{id}/visibility'> = {
  'GET /api/users/{id}/visibility': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'decision.read');
    const { object } = asked.query;
    const id = await lastingId(asked, user, { ...asked.query, side: 'outlook' });
    const found = await asked.options.engine.visibility({ customerId: user.customerId, userId: user.id }, { object, remoteId: id });
    if (!found.ok) throw new HttpProblem(found.code);
    if (found.item === null) throw new HttpProblem('not_found', `There is no ${object} with this id in Outlook just now.`);
    const { remoteId, title, saved, level, audiences } = found.item;
    return { object, id: remoteId, title, saved, level, audiences: audiences.map((one) => ({ ...one, names: [...one.names] })) };
  },
};
