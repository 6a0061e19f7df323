import { z } from 'zod';
import type { GraphRequest } from './graph-request.ts';
import { withQuery } from './with-query.ts';

/**
 * Whether an id names a conversation and not an item: in conversation view the address of Outlook on the web has that one. Their ids begin
 * so in every example of Graph's documentation, and no item's does; nothing promises it.
 */
export const isConversationId = (id: string): boolean => /^A[AQ]Qk/.test(id);

const answer = z.object({ value: z.array(z.object({ id: z.string(), receivedDateTime: z.string() })) });

/** Asks for the messages of a conversation; more of them than that are read from its end by nobody. */
export const askConversation = (user: string, id: string): GraphRequest => ({
  method: 'GET',
  path: withQuery(`${user}/messages`, {
    $filter: `conversationId eq '${id.replaceAll("'", "''")}'`,
    $select: 'id,receivedDateTime',
    $top: '100',
  }),
  repeatable: true,
});

/** The newest message, which is the one that a reader has before the eyes; undefined where none is there. */
export const newestOf = (body: unknown): string | undefined =>
  answer.parse(body).value.toSorted((one, other) => Date.parse(other.receivedDateTime) - Date.parse(one.receivedDateTime))[0]?.id;
