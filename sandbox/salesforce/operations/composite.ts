import { z } from 'zod';
import type { Answer, Backend, Call, Operation } from '../call.ts';
import type { UndoLog } from '../org/index.ts';
import { SalesforceError } from '../salesforce-error.ts';
import { fillReferences } from './fill-references.ts';

const request = z.object({
  allOrNone: z.boolean().default(false),
  collateSubrequests: z.boolean().default(true),
  compositeRequest: z.array(
    z.object({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      url: z.string(),
      referenceId: z.string().regex(/^[A-Za-z0-9_]+$/),
      httpHeaders: z.record(z.string(), z.string()).default({}),
      body: z.unknown().optional(),
    }),
  ),
});
type Part = z.infer<typeof request>['compositeRequest'][number];

const mostParts = 25;
const mostHeavy = 5;
const heavy = /\/(query|queryAll|composite\/sobjects)(\/|\?|$)/;

/**
 * Up to 25 requests in one, where later ones may use what earlier ones answered: `@{reference.path}`. In order only where `collateSubrequests` is
 * false; it is true unless told (REST API guide, Composite Request Body), and then nothing is promised but that references are heeded.
 */
export const composite: Operation = {
  name: 'salesforce.composite',
  method: 'POST',
  path: 'composite',
  async run(call, backend) {
    const { allOrNone, collateSubrequests, compositeRequest: parts } = readRequest(call.body);
    const undo: UndoLog = [];
    const answers = new Map<string, Answer>();
    for (const part of collateSubrequests ? parts.toSorted(readsFirst) : parts) {
      const answer = await answerPart(call, backend, part, answers, allOrNone ? undo : call.undo);
      answers.set(part.referenceId, answer);
      if (allOrNone && answer.status >= 400) {
        backend.org.takeBack(undo);
        return { status: 200, body: { compositeResponse: parts.map((one) => haltedPart(one, part, answer)) } };
      }
    }
    if (allOrNone) call.undo?.push(...undo);
    return {
      status: 200,
      body: { compositeResponse: parts.map((part) => partJson(part, answers.get(part.referenceId) ?? { status: 500 })) },
    };
  },
};

/** What a client must not rely on: reads that refer to nothing are done before everything else. */
const readsFirst = (one: Part, other: Part): number => Number(isLoneRead(other)) - Number(isLoneRead(one));
const isLoneRead = ({ method, url }: Part): boolean => method === 'GET' && !url.includes('@{');

function readRequest(body: unknown): z.infer<typeof request> {
  const read = request.safeParse(body);
  if (!read.success)
    throw new SalesforceError(400, 'INVALID_INPUT', `The composite request cannot be read: ${z.prettifyError(read.error)}`);
  const parts = read.data.compositeRequest;
  if (parts.length > mostParts)
    throw new SalesforceError(400, 'LIMIT_EXCEEDED', `Maximum number of subrequests (${mostParts}) exceeded: ${parts.length}`);
  if (parts.filter((part) => heavy.test(part.url)).length > mostHeavy) {
    throw new SalesforceError(400, 'LIMIT_EXCEEDED', `Maximum number of query and sObject collection subrequests (${mostHeavy}) exceeded`);
  }
  if (new Set(parts.map((part) => part.referenceId)).size < parts.length)
    throw new SalesforceError(400, 'INVALID_INPUT', 'referenceId must be unique in a composite request');
  return read.data;
}

async function answerPart(
  call: Call,
  backend: Backend,
  part: Part,
  answers: Map<string, Answer>,
  undo: UndoLog | undefined,
): Promise<Answer> {
  const filled = fillReferences({ url: part.url, body: part.body }, (reference) => {
    const answer = answers.get(reference);
    return answer && answer.status < 400 ? answer.body : undefined;
  });
  if ('missing' in filled) {
    return {
      status: 400,
      body: [{ errorCode: 'PROCESSING_HALTED', message: `Invalid reference specified. No value for ${filled.missing} found` }],
    };
  }
  const [, base, path, query] = /^(\/services\/data\/v\d+\.0)\/([^?]*)(?:\?(.*))?$/s.exec(String(filled.url)) ?? [];
  if (base === undefined || path === undefined)
    return { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] };
  const headers = new Headers(part.httpHeaders);
  return backend.dispatch({
    ...call,
    method: part.method,
    base,
    path,
    query: new URLSearchParams(query ?? ''),
    headers,
    body: filled.body,
    undo,
  });
}

function partJson(part: Part, answer: Answer): Record<string, unknown> {
  return { body: answer.body ?? null, httpHeaders: answer.headers ?? {}, httpStatusCode: answer.status, referenceId: part.referenceId };
}

function haltedPart(part: Part, failed: Part, answer: Answer): Record<string, unknown> {
  if (part === failed) return partJson(part, answer);
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  return partJson(part, { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message }] });
}
