import { z } from 'zod';
import type { Answer, Operation } from '../call.ts';
import { SalesforceError } from '../salesforce-error.ts';

const request = z.object({
  haltOnError: z.boolean().default(false),
  batchRequests: z.array(
    z.object({ method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']), url: z.string(), richInput: z.unknown().optional() }),
  ),
});
const mostParts = 25;

/** Up to 25 requests that do not know of one another, run in order; each counts against the limit. */
export const batch: Operation = {
  name: 'salesforce.composite',
  method: 'POST',
  path: 'composite/batch',
  async run(call, backend) {
    const read = request.safeParse(call.body);
    if (!read.success) throw new SalesforceError(400, 'INVALID_INPUT', `The batch request cannot be read: ${z.prettifyError(read.error)}`);
    const { batchRequests: parts, haltOnError } = read.data;
    if (parts.length > mostParts)
      throw new SalesforceError(400, 'LIMIT_EXCEEDED', `Maximum number of batch requests (${mostParts}) exceeded: ${parts.length}`);
    backend.usage.add(Math.max(0, parts.length - 1));
    const results: { statusCode: number; result: unknown }[] = [];
    let failed = false;
    for (const part of parts) {
      if (failed && haltOnError) {
        results.push({
          statusCode: 412,
          result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
        });
        continue;
      }
      const answer = await answerPart(part);
      failed ||= answer.status >= 400;
      results.push({ statusCode: answer.status, result: answer.body ?? null });
    }
    return { status: 200, body: { hasErrors: failed, results } };

    async function answerPart(part: z.infer<typeof request>['batchRequests'][number]): Promise<Answer> {
      const [, version, path, query] = /^\/?(?:services\/data\/)?(v\d+\.0)\/([^?]*)(?:\?(.*))?$/s.exec(part.url) ?? [];
      if (version === undefined || path === undefined)
        return { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] };
      return backend.dispatch({
        ...call,
        method: part.method,
        base: `/services/data/${version}`,
        path,
        query: new URLSearchParams(query ?? ''),
        body: part.richInput,
        headers: new Headers(),
      });
    }
  },
};
