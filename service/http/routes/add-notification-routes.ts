import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Environment } from '../environment.ts';
import type { Hint, HintDesk } from '../ports/index.ts';
import { describeIssues, HttpProblem } from '../problems/index.ts';

const text = z.string().max(2_000);
const item = z.object({
  subscriptionId: text,
  clientState: z.string().max(128).nullish(),
  changeType: text.nullish(),
  lifecycleEvent: text.nullish(),
  resourceData: z.object({ id: text, '@odata.etag': text.nullish() }).nullish(),
});
/** Batches of several subscriptions, of several tenants even, come in one request. */
const notifications = z.object({ value: z.array(item).max(5_000) });

const toHint = ({ subscriptionId, clientState, changeType, lifecycleEvent, resourceData }: z.infer<typeof item>): Hint => ({
  subscriptionId,
  clientState: clientState ?? null,
  changed: resourceData
    ? { remoteId: resourceData.id, version: changeType === 'deleted' ? null : (resourceData['@odata.etag'] ?? null) }
    : null,
  lifecycle: lifecycleEvent ?? null,
});

/**
 * Where Microsoft Graph posts what changed. Public: Graph signs in nowhere, the secret inside each item proves it, and forged ones are
 * answered like true ones. The handshake gives back the token as plain text within ten seconds; everything else is a 202 within three.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
 */
export const addNotificationRoutes = (app: OpenAPIHono<Environment>, desk: HintDesk): void => {
  const answer = async (context: Context<Environment>): Promise<Response> => {
    context.set('route', 'POST /api/notifications/outlook');
    const token = context.req.query('validationToken');
    if (token !== undefined) return context.text(token.slice(0, 4_096), 200);
    const read = notifications.safeParse(await context.req.json().catch(() => undefined));
    if (!read.success) {
      const errors = describeIssues('body', read.error);
      throw new HttpProblem('invalid_input', 'This is not a change notification of Microsoft Graph.', { errors });
    }
    desk.hear(read.data.value.map(toHint));
    return context.body(null, 202);
  };
  app.post('/api/notifications/outlook', answer);
  app.post('/api/notifications/outlook/lifecycle', answer);
};
