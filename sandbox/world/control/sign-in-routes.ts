import type { Hono } from 'hono';
import { z } from 'zod';
import { applications } from '../../identity/index.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { BadInput } from './bad-input.ts';
import { findPerson, salesforceIdOf } from './find-person.ts';
import { readJson } from './read-json.ts';

const sides = z.strictObject({ side: z.enum(['microsoft', 'salesforce', 'both']).default('both') });
const expiry = z.strictObject({ side: z.enum(['microsoft', 'salesforce', 'both']).default('both'), refresh: z.boolean().default(false) });
const oneSide = z.strictObject({ side: z.enum(['microsoft', 'salesforce']).default('salesforce') });
const consent = z.strictObject({ application: z.string().optional() });
const secret = z.strictObject({ expired: z.boolean().default(true) });
const scope = z.strictObject({ mailboxes: z.array(z.string()).nullable() });

/** What administrators do to people's and applications' tokens. */
export function signInRoutes(app: Hono, emulators: Emulators): void {
  const { identity, salesforce, graph } = emulators;
  const { administration } = identity;

  app.post('/users/:who/revoke-sign-in', async (context) => {
    const { side } = await readJson(context, sides);
    const person = findPerson(emulators, context.req.param('who'));
    if (side !== 'salesforce') administration.revokeSignIn(person.user.id);
    if (side !== 'microsoft') salesforce.control.revokeSignIn(salesforceIdOf(person));
    return context.json({ done: 'revoke-sign-in', side });
  });
  app.post('/users/:who/expire-tokens', async (context) => {
    const { side, refresh } = await readJson(context, expiry);
    const person = findPerson(emulators, context.req.param('who'));
    if (side !== 'salesforce') administration.expireTokens(person.user.id, refresh);
    if (side !== 'microsoft') salesforce.control.expireTokens(salesforceIdOf(person));
    return context.json({ done: 'expire-tokens', side, refresh });
  });
  for (const act of ['withdraw-consent', 'grant-consent'] as const) {
    app.post(`/users/:who/${act}`, async (context) => {
      const { application } = await readJson(context, consent);
      const { user } = findPerson(emulators, context.req.param('who'));
      const id = application === undefined ? undefined : applicationId(application);
      if (act === 'withdraw-consent') administration.withdrawConsent(user.id, id);
      else administration.grantConsent(user.id, id);
      return context.json({ done: act, application: id ?? 'all' });
    });
  }
  for (const act of ['deactivate', 'activate'] as const) {
    app.post(`/users/:who/${act}`, async (context) => {
      const { side } = await readJson(context, oneSide);
      const person = findPerson(emulators, context.req.param('who'));
      if (side === 'salesforce') salesforce.control[act](salesforceIdOf(person));
      else graph.users.set(person.user.id, { ...person.user, accountEnabled: act === 'activate' });
      return context.json({ done: act, side });
    });
  }
  app.get('/applications', (context) => context.json({ items: Object.values(applications).map(({ id, name }) => ({ id, name })) }));
  app.post('/applications/:id/expire-secret', async (context) => {
    const { expired } = await readJson(context, secret);
    administration.expireSecret(applicationId(context.req.param('id')), expired);
    return context.json({ done: 'expire-secret', expired });
  });
  app.post('/applications/:id/expire-tokens', (context) => {
    administration.expireTokens(applicationId(context.req.param('id')), false);
    return context.json({ done: 'expire-tokens' });
  });
  app.post('/applications/:id/scope', async (context) => {
    const { mailboxes } = await readJson(context, scope);
    for (const name of mailboxes ?? []) findPerson(emulators, name);
    graph.scopeApplication(applicationId(context.req.param('id')), mailboxes ?? undefined);
    return context.json({ done: 'scope', mailboxes });
  });
}

function applicationId(id: string): string {
  const known = Object.values(applications).map((application) => application.id as string);
  if (known.includes(id)) return id;
  throw new BadInput(`no application has the id "${id}"`, 'application', `use one of: ${known.join(', ')}`, 404);
}
