import { domainOf } from '../../../core/mapping/index.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { ItemPeople, UserRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachUser } from '../reach/index.ts';
import { itemStanding } from './item-standing.ts';
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

export const itemHandlers: Pick<Handlers, 'GET /api/users/{id}/decisions' | 'POST /api/users/{id}/items/save' | 'GET /api/people'> = {
  'GET /api/users/{id}/decisions': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'decision.read');
    const { side, object } = asked.query;
    return itemStanding(asked, user, { side, object, remoteId: await lastingId(asked, user, asked.query) });
  },

  'POST /api/users/{id}/items/save': async (asked) => {
    const user = await reachUser(asked, asked.path.id, 'item.save');
    const { object, itemId } = asked.body;
    const id = await lastingId(asked, user, { side: 'outlook', object, id: itemId });
    const saved = await asked.options.items.save(mailboxOf(user), { object, id }, asked.act(user.customerId, 'item-saved'));
    if (saved.ok) return itemStanding(asked, user, { side: 'outlook', object, remoteId: id });
    if ('code' in saved) throw new HttpProblem(saved.code);
    throw new HttpProblem('item_not_allowed', undefined, { reason: saved.barred });
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
