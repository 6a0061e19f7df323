import { Hono } from 'hono';
import type { Person } from '../../identity/index.ts';
import type { Desk } from '../desk.ts';
import type { Table } from '../table.ts';

/** Stands in for an emulator that is not built: each address answers 501 and says so. */
export function absent(part: string): Hono {
  const app = new Hono();
  app.get('/health', (context) => context.json({ status: 'absent', part }));
  app.all('*', (context) =>
    context.json(
      { error: { code: 'NotImplemented', message: `The sandbox does not emulate ${part} yet: ${context.req.method} ${context.req.path}` } },
      501,
    ),
  );
  return app;
}

export const people = (desk: Desk): Table<Person> => desk.world.table<Person>('graph.users');
