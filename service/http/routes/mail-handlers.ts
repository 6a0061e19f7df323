import type { Handlers } from '../handler.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachUser } from '../reach/index.ts';
import { lastingId } from './lasting-id.ts';

const mailOf = (id: string) => ({ side: 'outlook', object: 'email', id }) as const;

/** The answer never names anything of the mail but its subject, and goes to the person whose mailbox it is. */
export const mailHandlers: Pick<Handlers, 'GET /api/users/{id}/mail' | 'POST /api/users/{id}/mail/save'> = {
  'GET /api/users/{id}/mail': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'mail.read');
    const itemId = await lastingId(asked, user, mailOf(asked.query.itemId));
    const found = await asked.options.mail.standing({ customerId: user.customerId, userId: user.id }, itemId);
    if (!found.ok) throw new HttpProblem(found.code);
    return found.mail;
  },

  'POST /api/users/{id}/mail/save': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'mail.save');
    const itemId = await lastingId(asked, user, mailOf(asked.body.itemId));
    const act = asked.act(user.customerId, 'email-saved');
    const found = await asked.options.mail.save({ customerId: user.customerId, userId: user.id }, itemId, act);
    if (found.ok) return found.mail;
    if ('code' in found) throw new HttpProblem(found.code);
    throw new HttpProblem('mail_not_allowed', undefined, { reason: found.barred });
  },
};
