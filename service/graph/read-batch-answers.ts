import { z } from 'zod';
import type { GraphAnswer } from './graph-request.ts';

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

/**
 * Sorts the answers of a $batch by id to the places of their requests: they come in any order. The first answer of an id counts; ids
 * that were not asked for are ignored; a place without an answer stays undefined.
 */
export function readBatchAnswers(body: unknown, count: number): (GraphAnswer | undefined)[] {
  const answers: (GraphAnswer | undefined)[] = Array.from({ length: count });
  const parsed = batchAnswer.safeParse(body);
  if (!parsed.success) return answers;
  for (const { id, status, headers, body: content } of parsed.data.responses) {
    const place = Number(id);
    if (!Number.isInteger(place) || place < 0 || place >= count || answers[place]) continue;
    answers[place] = { status, retryAfter: header(headers, 'retry-after'), body: content ?? null };
  }
  return answers;
}

function header(headers: Readonly<Record<string, unknown>> | null | undefined, name: string): string | null {
  for (const [key, value] of Object.entries(headers ?? {})) if (key.toLowerCase() === name) return String(value);
  return null;
}
