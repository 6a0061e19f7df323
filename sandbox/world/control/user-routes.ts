import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { z } from 'zod';
import { addPerson } from '../seed/index.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { BadInput } from './bad-input.ts';
import { findPerson } from './find-person.ts';
import { readJson } from './read-json.ts';

const newPerson = z.strictObject({
  givenName: z.string().min(1),
  surname: z.string().min(1),
  address: z.email(),
  jobTitle: z.string().default('Account manager'),
  department: z.string().default('Sales'),
  company: z.string().default('Fernwood Timber'),
  windowsZone: z.string().default('UTC'),
  zone: z.string().default('Europe/London'),
});

/** Who is there, and one more. */
export function userRoutes(app: Hono, emulators: Emulators): void {
  const show = (name: string) => {
    const { user, mailbox, salesforceId } = findPerson(emulators, name);
    const record = salesforceId === undefined ? undefined : emulators.salesforce.org.record(salesforceId);
    return {
      id: user.id,
      address: user.mail ?? user.userPrincipalName,
      displayName: user.displayName,
      accountEnabled: user.accountEnabled,
      timeZone: user.timeZone,
      salesforce: record ? { id: salesforceId, username: record.Username, isActive: record.IsActive, company: record.CompanyName } : null,
      contacts: mailbox.contacts().length,
      events: mailbox.events().length,
      calendar: mailbox.calendarSpan(),
    };
  };
  app.get('/users', (context) => context.json({ items: [...emulators.graph.users.values()].map((user) => show(user.id)) }));
  app.get('/users/:who', (context) => context.json(show(context.req.param('who'))));
  app.post('/users', async (context) => {
    const person = await readJson(context, newPerson);
    if (emulators.graph.mailbox(person.address)) throw new BadInput(`${person.address} is taken`, 'address', 'give another address');
    const id = randomUUID();
    addPerson(emulators, { ...person, id });
    return context.json(show(id), 201);
  });
}
