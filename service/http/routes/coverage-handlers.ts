import type { Handlers } from '../handler.ts';
import { reachOrganization, reachUser } from '../reach/index.ts';

export const coverageHandlers: Pick<Handlers, 'GET /api/users/{id}/coverage' | 'GET /api/organizations/{id}/coverage'> = {
  'GET /api/users/{id}/coverage': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'decision.read');
    const [mailbox] = await asked.options.coverage.of(user.customerId, { userId: user.id, organizationId: null }, asked.query.weeks);
    return { items: mailbox?.weeks ?? [], nextCursor: null };
  },

  'GET /api/organizations/{id}/coverage': async (asked) => {
    const organization = await reachOrganization(asked, asked.path.id, 'organization.read');
    const of = { userId: null, organizationId: organization.id };
    const mailboxes = await asked.options.coverage.of(organization.customerId, of, asked.query.weeks);
    const items = mailboxes.flatMap(({ userId, email, weeks }) =>
      weeks.map(({ week, meetings, mails, private: kept }) => ({ userId, email, week, meetings, mails, private: kept })),
    );
    return { items, nextCursor: null };
  },
};
