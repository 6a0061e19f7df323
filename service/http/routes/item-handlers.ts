import { domainOf } from '../../../core/mapping/index.ts';
import { reasonInfo } from '../../../core/model/index.ts';
import { knownReason } from '../answers/present-session.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { ItemPeople, UserRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachUser, wallOf } from '../reach/index.ts';
import { lastingId } from './lasting-id.ts';

/** With whose Salesforce access: the mailbox that was named, else the caller's own first one. */
const whoseMailbox = ({ query, caller }: Asked<'GET /api/people'>): string => {
  if (query.userId !== undefined) return query.userId;
  const own = caller.grants.find(({ role, scope }) => role === 'user' && scope.level === 'self');
  if (!own?.scope.id) throw new HttpProblem('not_connected', 'You have no mailbox of your own here, so there is no Salesforce to look in.');
  return own.scope.id;
};

const mailboxOf = (user: UserRow) => ({ customerId: user.customerId, userId: user.id });

const itemOf = async ({ query, options }: Asked<'GET /api/people'>, user: UserRow): Promise<ItemPeople | undefined> => {
  if (query.itemId === undefined) return undefined;
  // Whatever it is: an id tells by itself which item it names.
  const itemId = await lastingId({ options }, user, { side: 'outlook', object: 'email', id: query.itemId });
  const read = await options.engine.readItem?.(mailboxOf(user), itemId);
  if (read?.ok) return read.item;
  throw new HttpProblem(read?.code ?? 'provider_failed', read ? undefined : 'This service does not read single items; ask by `email`.');
};

export const itemHandlers: Pick<Handlers, 'GET /api/users/{id}/decisions' | 'GET /api/people'> = {
  'GET /api/users/{id}/decisions': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'decision.read');
    const { side, object } = asked.query;
    const id = await lastingId(asked, user, asked.query);
    const wall = wallOf(asked.caller);
    const item = { side, object, remoteId: id };
    const [decision, link, address] = await Promise.all([
      asked.options.ledger.decision(wall, user.id, item),
      asked.options.ledger.linkOf(wall, user.id, item),
      asked.options.ledger.salesforceAddress(wall, user.id),
    ]);
    return {
      side,
      object,
      id,
      decision: decision
        ? {
            ...decision,
            reason: knownReason(decision.reason),
            who: reasonInfo(knownReason(decision.reason)).who,
            inputs: { ...decision.inputs },
          }
        : null,
      link: link ? { ...link, recordUrl: address !== null && link.salesforceId !== null ? `${address}/${link.salesforceId}` : null } : null,
    };
  },

  'GET /api/people': async (asked) => {
    const user = await reachUser(asked, whoseMailbox(asked), 'person.read');
    const item = await itemOf(asked, user);
    const email = (asked.query.email ?? item?.people[0]?.email ?? '').toLowerCase();
    // An item with nobody else on it (an appointment with oneself) has nobody to look up.
    const found = email === '' ? { ok: true as const, matches: [] } : await asked.options.engine.findPeople(mailboxOf(user), email);
    if (!found.ok) throw new HttpProblem(found.code);
    return {
      email,
      userId: user.id,
      ...(item ? { people: [...item.people], subject: item.subject } : {}),
      internal: domainOf(email).toLowerCase() === domainOf(user.email).toLowerCase(),
      matches: found.matches,
      checkedAt: new Date(asked.now).toISOString(),
    };
  },
};
