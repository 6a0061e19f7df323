import { z } from 'zod';
import type { SalesforceError } from './classify-answer.ts';
import { errorBody } from './read-errors.ts';

const rowAnswers = z.array(z.object({ id: z.string().nullish(), success: z.boolean(), errors: z.array(errorBody).catch([]) }));

export type RowAnswer = { id: string } | { error: SalesforceError };

/** The rows of a collection answer in the order of the request; null where they do not fit to what was sent. */
export function readRowAnswers(body: unknown, count: number): RowAnswer[] | null {
  const parsed = rowAnswers.safeParse(body);
  if (!parsed.success || parsed.data.length !== count) return null;
  return parsed.data.map(({ id, success, errors }) => (success && id ? { id } : { error: toError(errors) }));
}

/** A row may break several rules at once: the first gives the code, all give their words and fields. */
function toError(errors: readonly z.infer<typeof errorBody>[]): SalesforceError {
  const [first] = errors;
  return {
    status: 200,
    code: first?.statusCode ?? first?.errorCode ?? 'UNKNOWN_EXCEPTION',
    message: errors.map((error) => error.message).join(' ') || 'Salesforce refused this record without saying why.',
    fields: [...new Set(errors.flatMap((error) => error.fields ?? []))],
  };
}
