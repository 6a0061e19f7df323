import { z } from 'zod';
import { askConversation, isConversationId, newestOf } from './conversation-id.ts';
import type { GraphRequest } from './graph-request.ts';

const answer = z.object({ value: z.array(z.object({ sourceId: z.string(), targetId: z.string().nullish() })) });

/** Base64 as EWS and office.js write it; a REST id has "-" and "_" in their place, and one without either is both. */
const isEws = (id: string): boolean => /[/+]/.test(id);

/**
 * The immutable ids of items that are known by a passing one: an EWS id (office.js) or a mutable REST id; of a conversation, its newest message. What Exchange does not know is not in
 * the answer. learn.microsoft.com/graph/api/user-translateexchangeids
 */
export async function lastingIds(
  user: string,
  ids: readonly string[],
  ask: (requests: readonly GraphRequest[]) => Promise<unknown[]>,
): Promise<ReadonlyMap<string, string>> {
  const conversations = ids.filter(isConversationId);
  const groups = [
    ...Map.groupBy(
      ids.filter((id) => !isConversationId(id)),
      isEws,
    ),
  ];
  const bodies = await ask([
    ...conversations.map((id) => askConversation(user, id)),
    ...groups.map(
      ([ews, inputIds]): GraphRequest => ({
        method: 'POST',
        path: `${user}/translateExchangeIds`,
        body: { inputIds, sourceIdType: ews ? 'ewsId' : 'restId', targetIdType: 'restImmutableEntryId' },
        repeatable: true,
      }),
    ),
  ]);
  const newest = conversations.map((id, index) => [id, newestOf(bodies[index])] as const);
  const translated = bodies.slice(conversations.length).flatMap((body) => answer.parse(body).value);
  const found = [...newest, ...translated.map(({ sourceId, targetId }) => [sourceId, targetId] as const)];
  return new Map(found.flatMap(([id, lasting]) => (lasting ? [[id, lasting] as const] : [])));
}
