import { z } from 'zod';
import type { SalesforceError } from './classify-answer.ts';

/** The two spellings: `errorCode` in answers of requests, `statusCode` in rows of collections. */
export const errorBody = z.looseObject({
  errorCode: z.string().optional(),
  statusCode: z.string().optional(),
  message: z.string().catch(''),
  fields: z.array(z.string()).nullish().catch(null),
});

/** The first error of a list as Salesforce answers it, or a stand-in that names the status where there is none. */
export function firstError(status: number, body: unknown): SalesforceError {
  const first = errorBody.safeParse(Array.isArray(body) ? body[0] : body);
  const code = first.data?.errorCode ?? first.data?.statusCode;
  if (!first.success || code === undefined)
    return { status, code: `HTTP_${status}`, message: `Salesforce answered ${status} without an explanation.`, fields: [] };
  return { status, code, message: first.data.message, fields: first.data.fields ?? [] };
}
