import type { Hono } from 'hono';
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { editSome, seedMany } from '../seed/index.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { findPerson, salesforceIdOf } from './find-person.ts';
import { readJson } from './read-json.ts';

const side = z.enum(['outlook', 'salesforce']).default('outlook');
const many = z.int().min(0).max(50_000).default(0);
const seed = z.strictObject({ contacts: many, events: many, side, seed: z.int().min(0).default(1) });
const edit = z.strictObject({ every: z.int().min(1).default(100), side, note: z.string().default('edited') });

/** Many items at once, for measurements: the same request gives the same items. */
export function bulkRoutes(app: Hono, desk: Desk, emulators: Emulators): void {
  app.post('/users/:who/seed', async (context) => {
    const wanted = await readJson(context, seed);
    const person = findPerson(emulators, context.req.param('who'));
    const salesforceId = wanted.side === 'salesforce' ? salesforceIdOf(person) : '';
    desk.world.transaction(() => seedMany(emulators, { ...wanted, mailbox: person.mailbox, salesforceId, today: desk.clock.now() }));
    return context.json({ done: 'seed', ...wanted }, 201);
  });
  app.post('/users/:who/edit-some', async (context) => {
    const wanted = await readJson(context, edit);
    const person = findPerson(emulators, context.req.param('who'));
    const salesforceId = wanted.side === 'salesforce' ? salesforceIdOf(person) : '';
    const counts = desk.world.transaction(() => editSome(emulators, { ...wanted, mailbox: person.mailbox, salesforceId }));
    return context.json({ done: 'edit-some', ...counts });
  });
}
