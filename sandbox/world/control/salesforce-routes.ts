import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Emulators } from '../start/create-emulators.ts';
import { BadInput } from './bad-input.ts';
import { findPerson, salesforceIdOf } from './find-person.ts';
import { readJson } from './read-json.ts';

const fields = z.record(z.string(), z.unknown());
const insert = z.looseObject({ visibleAfter: z.number().min(0).optional() });
const series = z.strictObject({
  fields,
  rule: z.string().regex(/^FREQ=/),
  zone: z.string().default('UTC'),
  kind: z.enum(['classic', 'lightning']).default('lightning'),
});
const acts = ['edit', 'delete', 'undelete'];

/** What a person does in Salesforce, and what its administrator sets. Bodies are the fields of the object. */
export function salesforceRoutes(app: Hono, emulators: Emulators): void {
  const { org, control } = emulators.salesforce;
  const handOf = (context: Context) => salesforceIdOf(findPerson(emulators, context.req.param('who') ?? ''));

  app.get('/users/:who/salesforce/:sobject', (context) => {
    const owner = handOf(context);
    const all = context.req.query('all') !== undefined;
    const items = [...org.records(context.req.param('sobject'))].filter(
      (row) => (row.OwnerId ?? row.CreatedById) === owner && (all || row.IsDeleted !== true),
    );
    return context.json({ items });
  });
  app.post('/users/:who/salesforce-series', async (context) =>
    context.json(org.insertSeries(await readJson(context, series), handOf(context)), 201),
  );
  app.post('/users/:who/salesforce/:sobject', async (context) => {
    const { visibleAfter, ...record } = await readJson(context, insert);
    const options = visibleAfter === undefined ? {} : { visibleAfter };
    const id = org.insert(context.req.param('sobject'), record, handOf(context), options);
    return context.json(org.record(id) ?? { Id: id }, 201);
  });
  app.post('/users/:who/salesforce/:sobject/:record/:act', async (context) => {
    const { sobject, record, act } = context.req.param();
    const hand = handOf(context);
    if (act === 'edit') org.update(sobject, record, await readJson(context, fields), hand);
    else if (act === 'delete') org.delete(sobject, record, hand);
    else if (act === 'undelete') org.undelete(sobject, record, hand);
    else throw new BadInput(`unknown act "${act}"`, 'the address of the request', `use one of: ${acts.join(', ')}`);
    return context.json(org.record(record) ?? { done: act });
  });

  app.get('/salesforce/settings', (context) => context.json({ ...control.settings, used: control.used }));
  app.post('/salesforce/settings', async (context) => {
    const wanted = await readJson(context, fields);
    try {
      return context.json({ ...control.set(wanted), used: control.used });
    } catch (failure) {
      if (!(failure instanceof z.ZodError)) throw failure;
      const issue = failure.issues[0];
      throw new BadInput(
        issue?.message ?? 'not a setting',
        issue?.path.join('.') || 'the body',
        `settings are: ${Object.keys(control.settings).join(', ')}`,
      );
    }
  });
  app.post('/salesforce/usage/reset', (context) => {
    control.resetUsage();
    return context.json({ used: control.used });
  });
}
