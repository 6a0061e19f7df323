import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Mailbox } from '../../graph/index.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { BadInput } from './bad-input.ts';
import { findPerson } from './find-person.ts';
import { readJson } from './read-json.ts';

const body = z.record(z.string(), z.unknown());
const target = z.strictObject({ folder: z.string().min(1) });
const place = z.looseObject({ folder: z.string().optional() });
const folder = z.strictObject({ displayName: z.string().min(1), parent: z.string().optional() });

type Act = (mailbox: Mailbox, id: string, context: Context) => Promise<unknown>;

const contactActs: Record<string, Act> = {
  edit: async (mailbox, id, context) => mailbox.updateContact(id, await readJson(context, body)),
  move: async (mailbox, id, context) => mailbox.moveContact(id, (await readJson(context, target)).folder),
  delete: async (mailbox, id) => mailbox.deleteContact(id),
};
const eventActs: Record<string, Act> = {
  edit: async (mailbox, id, context) => mailbox.updateEvent(id, await readJson(context, body)),
  move: async (mailbox, id, context) => mailbox.moveEvent(id, (await readJson(context, target)).folder),
  split: async (mailbox, id, context) => mailbox.splitSeries(id, await readJson(context, body)),
  delete: async (mailbox, id) => mailbox.deleteEvent(id),
  accept: async (mailbox, id) => mailbox.respond(id, 'accepted'),
  tentative: async (mailbox, id) => mailbox.respond(id, 'tentativelyAccepted'),
  decline: async (mailbox, id) => mailbox.respond(id, 'declined'),
};

const taskActs: Record<string, Act> = {
  edit: async (mailbox, id, context) => mailbox.updateTask(id, await readJson(context, body)),
  move: async (mailbox, id, context) => mailbox.moveTask(id, (await readJson(context, target)).folder),
  delete: async (mailbox, id) => mailbox.deleteTask(id),
};
const messageActs: Record<string, Act> = {
  edit: async (mailbox, id, context) => mailbox.updateMessage(id, await readJson(context, body)),
  move: async (mailbox, id, context) => mailbox.moveMessage(id, (await readJson(context, target)).folder),
  delete: async (mailbox, id) => mailbox.deleteMessage(id),
};
const list = z.strictObject({ displayName: z.string().min(1) });

/** What a person does in Outlook. Bodies are Microsoft Graph's; `folder` beside them names another than the default one. */
export function mailboxRoutes(app: Hono, emulators: Emulators): void {
  const mailboxOf = (context: Context) => findPerson(emulators, context.req.param('who') ?? '').mailbox;

  app.get('/users/:who/contacts', (context) => context.json({ items: mailboxOf(context).contacts(context.req.query('folder')) }));
  app.get('/users/:who/events', (context) => context.json({ items: mailboxOf(context).events(context.req.query('folder')) }));
  app.post('/users/:who/contact-folders', async (context) => {
    const wanted = await readJson(context, folder);
    return context.json(mailboxOf(context).addContactFolder(wanted.displayName, wanted.parent), 201);
  });
  app.post('/users/:who/categories', async (context) => {
    const { displayName } = await readJson(context, list);
    return context.json(mailboxOf(context).addCategory(displayName), 201);
  });
  app.post('/users/:who/contacts', async (context) => {
    const { folder: where, ...contact } = await readJson(context, place);
    return context.json(mailboxOf(context).addContact(contact, where), 201);
  });
  app.post('/users/:who/events', async (context) => {
    const { folder: where, ...event } = await readJson(context, place);
    return context.json(mailboxOf(context).addEvent(event, where), 201);
  });
  app.get('/users/:who/events/:item/instances', (context) => {
    const { from, to } = readPeriod(context.req.query());
    return context.json({ items: mailboxOf(context).instances(context.req.param('item'), from, to) });
  });
  app.post('/users/:who/messages', async (context) => {
    const { folder: where, ...message } = await readJson(context, place);
    return context.json(mailboxOf(context).addMessage(message, where), 201);
  });
  app.get('/users/:who/messages', (context) => context.json({ items: mailboxOf(context).messages(context.req.query('folder')) }));
  app.post('/users/:who/mail-folders', async (context) => {
    const wanted = await readJson(context, folder);
    return context.json(mailboxOf(context).addMailFolder(wanted.displayName, wanted.parent), 201);
  });
  app.post('/users/:who/messages/:item/:act', (context) => run(context, messageActs, mailboxOf(context)));
  app.get('/users/:who/tasks', (context) => context.json({ items: mailboxOf(context).tasks(context.req.query('folder')) }));
  app.post('/users/:who/task-lists', async (context) =>
    context.json(mailboxOf(context).addTaskList((await readJson(context, list)).displayName), 201),
  );
  app.post('/users/:who/tasks', async (context) => {
    const { folder: where, ...task } = await readJson(context, place);
    return context.json(mailboxOf(context).addTask(task, where), 201);
  });
  app.post('/users/:who/tasks/:item/:act', (context) => run(context, taskActs, mailboxOf(context)));
  app.post('/users/:who/contacts/:item/:act', (context) => run(context, contactActs, mailboxOf(context)));
  app.post('/users/:who/events/:item/:act', (context) => run(context, eventActs, mailboxOf(context)));
}

/** Two UTC times of the form 2026-12-01T00:00:00. */
function readPeriod({ from = '', to = '' }: Record<string, string>): { from: string; to: string } {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
  if (form.test(from) && form.test(to)) return { from, to };
  throw new BadInput('from and to are needed', 'the query', 'give two UTC times: ?from=2026-12-01T00:00:00&to=2027-01-01T00:00:00');
}

async function run(context: Context, acts: Record<string, Act>, mailbox: Mailbox): Promise<Response> {
  const act = context.req.param('act') ?? '';
  const known = Object.hasOwn(acts, act) ? acts[act] : undefined;
  if (!known) throw new BadInput(`unknown act "${act}"`, 'the address of the request', `use one of: ${Object.keys(acts).join(', ')}`);
  const changed = await known(mailbox, context.req.param('item') ?? '', context);
  return context.json(changed ?? { done: act });
}
