import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Emulators } from '../start/create-emulators.ts';
import { BadInput } from './bad-input.ts';
import { findPerson } from './find-person.ts';
import { readJson } from './read-json.ts';

const people = z.array(z.string().min(1));
const newGroup = z.strictObject({
  displayName: z.string().min(1),
  address: z.email(),
  members: people.default([]),
  visibility: z.enum(['Private', 'Public']).default('Private'),
  /** false: a Microsoft 365 group without a Team */
  team: z.boolean().default(true),
  windowsZone: z.string().default('UTC'),
});
const body = z.record(z.string(), z.unknown());

/** What people do in the calendars of Teams, and administrators to the groups. Bodies of events are Microsoft Graph's. */
export function groupRoutes(app: Hono, emulators: Emulators): void {
  const { groups } = emulators.graph;
  const idsOf = (names: readonly string[]) => names.map((name) => findPerson(emulators, name).user.id);
  const id = (context: Context) => context.req.param('group') ?? '';

  app.get('/groups', (context) => context.json({ items: groups.all() }));
  app.post('/groups', async (context) => {
    const { displayName, address, members, visibility, team, windowsZone } = await readJson(context, newGroup);
    const made = groups.add({ displayName, mail: address, members: idsOf(members), visibility, isTeam: team, timeZone: windowsZone });
    return context.json(made, 201);
  });
  app.post('/groups/:group/members', async (context) => {
    const { members } = await readJson(context, z.strictObject({ members: people }));
    return context.json(groups.setMembers(id(context), idsOf(members)));
  });
  app.post('/groups/:group/delete', (context) => {
    groups.remove(id(context));
    return context.json({ done: 'delete' });
  });
  app.get('/groups/:group/events', (context) => context.json({ items: groups.calendar(id(context)).events() }));
  app.post('/groups/:group/events', async (context) =>
    context.json(groups.calendar(id(context)).addEvent(await readJson(context, body)), 201),
  );
  app.post('/groups/:group/events/:event/:act', async (context) => {
    const { event, act } = context.req.param();
    const calendar = groups.calendar(id(context));
    if (act === 'edit') return context.json(calendar.updateEvent(event, await readJson(context, body)));
    if (act !== 'delete') throw new BadInput(`unknown act "${act}"`, 'the address of the request', 'use one of: edit, delete');
    calendar.deleteEvent(event);
    return context.json({ done: act });
  });
}
