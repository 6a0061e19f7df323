import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ProblemCode, problem, problemStatus, type RouteContract, type RouteKey, routes } from '../../core/contract/index.ts';

const always: readonly ProblemCode[] = ['invalid_input', 'client_too_old', 'origin_not_allowed', 'internal'];
const withCaller: readonly ProblemCode[] = ['not_signed_in', 'not_allowed'];
const withBody: readonly ProblemCode[] = ['malformed_body', 'body_too_large', 'unsupported_content_type'];
const withKey: readonly ProblemCode[] = ['request_in_progress', 'idempotency_key_reused'];

/** Every problem that a route can give. */
const problemsOf = (method: string, route: RouteContract): ProblemCode[] => [
  ...always,
  ...(route.access === 'public' ? [] : withCaller),
  ...(route.path ? (['not_found'] as const) : []),
  ...(method === 'get' ? [] : withBody),
  ...(method === 'post' && route.access !== 'public' ? withKey : []),
  ...route.problems,
];

const problemResponses = (codes: readonly ProblemCode[]) => {
  const byStatus = Map.groupBy([...new Set(codes)], (code) => problemStatus[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, listed]) => [
      status,
      { description: listed.join(', '), content: { 'application/problem+json': { schema: problem } } },
    ]),
  );
};

const idempotencyHeader = z.object({
  'idempotency-key': z.string().max(200).optional().describe('Sent again with the same key, the request is done once and answered alike'),
});

/** A route of the contract as @hono/zod-openapi takes it. Without a query schema no query is taken at all. */
export const openApiRoute = (key: RouteKey) => {
  const route: RouteContract = routes[key];
  const [verb = '', path = ''] = key.split(' ');
  const method = verb.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const media = key === 'GET /api/events' ? 'text/event-stream' : 'application/json';
  return createRoute({
    method,
    path,
    operationId: `${method}${path
      .replace('/api', '')
      .replace(/[^A-Za-z0-9]+(.)?/g, (_whole, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
    summary: route.summary,
    tags: [path.split('/')[2] ?? 'api'],
    security: route.access === 'public' ? [] : [{ bearer: [] }],
    request: {
      query: route.query ?? z.strictObject({}),
      ...(route.path ? { params: route.path } : {}),
      ...(route.body ? { body: { required: true, content: { 'application/json': { schema: route.body } } } } : {}),
      ...(method === 'post' && route.access !== 'public' ? { headers: idempotencyHeader } : {}),
    },
    responses: {
      [route.status]: { description: route.summary, ...(route.answer ? { content: { [media]: { schema: route.answer } } } : {}) },
      ...problemResponses(problemsOf(method, route)),
    },
  });
};
