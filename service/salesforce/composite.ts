import { z } from 'zod';
import { AnswerLost } from './answer-lost.ts';
import type { SalesforceClient, SalesforceRequest } from './salesforce-client.ts';

const compositeAnswer = z.object({
  compositeResponse: z.array(z.object({ referenceId: z.string(), httpStatusCode: z.number(), body: z.unknown().optional() })),
});

/** One part's answer; queries and collections count to the five that one /composite takes. */
export interface PartAnswer {
  status: number;
  body: unknown;
}

export const mostParts = 5;
/** Parts of any kind. */
export const mostOfAll = 25;

/**
 * Sends up to five queries or collections, and single writes up to 25 in all, as one request: one of the daily limit, one round trip. Each part
 * succeeds or fails alone. Parts are told apart by their reference, never by position; one that did not come back counts as an unreadable
 * answer.
 * @param inOrder one after the other, where a part reads what an earlier one wrote; else Salesforce sorts them as it likes
 * @returns the parts' answers in the order of the parts
 */
export async function sendComposite(
  client: SalesforceClient,
  parts: readonly SalesforceRequest[],
  inOrder = false,
): Promise<{ parts: PartAnswer[]; serverTime: number | null }> {
  const compositeRequest = parts.map(({ method, path, body, headers, unlessFound }, index) => ({
    method,
    url: `${unlessFound === undefined ? client.root : rootUnless(client.root, unlessFound)}${path}`,
    referenceId: referenceOf(index),
    ...(headers === undefined ? {} : { httpHeaders: headers }),
    ...(body === undefined ? {} : { body }),
  }));
  const order = inOrder ? { collateSubrequests: false } : {};
  const answer = await client.send({ method: 'POST', path: '/composite', body: { allOrNone: false, ...order, compositeRequest } });
  client.requests.operations += parts.length - 1;
  const parsed = compositeAnswer.safeParse(answer.body);
  if (!parsed.success) throw new AnswerLost('the composite answer could not be read');
  const byReference = new Map(parsed.data.compositeResponse.map((part) => [part.referenceId, part]));
  const sorted = parts.map((_, index) => {
    const part = byReference.get(referenceOf(index));
    if (!part) throw new AnswerLost('a part of the composite answer is missing');
    return { status: part.httpStatusCode, body: part.body };
  });
  return { parts: sorted, serverTime: answer.serverTime };
}

/**
 * There is a version 62.0 of the API and no 62.1: with the number of records that a query has found in the place of the zero, a part has an
 * address only where it found none. A part that depends on another by its URL is sent after it (REST API guide, Composite Subrequest); whether an
 * org really does so is tried before anything is left to it (look-first.ts).
 */
const rootUnless = (root: string, reference: string): string => root.replace(/\.0$/, `.@{${reference}.totalSize}`);

/** The name by which a later part refers to what this one answered. */
export const referenceOf = (index: number): string => `part${index}`;
