import type { Hono } from 'hono';
import { z } from 'zod';
import { type FaultKind, faultKinds } from '../../faults/faults.ts';
import type { Desk } from '../desk.ts';
import { BadInput } from './bad-input.ts';
import { readJson } from './read-json.ts';

const fields = ['at', 'nth', 'do', 'times', 'seconds', 'rows', 'user'];
const whole = z.int().min(1);
const script = z.array(
  z.looseObject({
    at: z.string(),
    nth: whole,
    do: z.string(),
    times: whole.optional(),
    seconds: z.number().min(0).optional(),
    rows: whole.optional(),
    user: z.string().min(1).optional(),
  }),
);

const delay = z.int().min(0).max(60_000);
const delays = z.strictObject({ graph: delay.default(0), salesforce: delay.default(0) });

export function faultRoutes(app: Hono, { faults }: Desk): void {
  const stand = () => ({ operations: faults.operations, kinds: faultKinds, script: faults.script });

  app.get('/counters', (context) => context.json(faults.counters));
  app.post('/counters/reset', (context) => {
    faults.resetCounters();
    return context.json(faults.counters);
  });
  app.get('/delays', (context) => context.json(faults.delays));
  app.post('/delays', async (context) => {
    faults.delays = await readJson(context, delays);
    return context.json(faults.delays, 201);
  });
  app.get('/faults', (context) => context.json(stand()));
  app.delete('/faults', (context) => {
    faults.set([]);
    return context.json(stand());
  });
  app.post('/faults', async (context) => {
    const wanted = await readJson(context, script);
    for (const [index, fault] of wanted.entries()) {
      if (!faults.knows(fault.at)) throw unknown('operation', fault.at, `${index}.at`, faults.operations);
      if (!isKind(fault.do)) throw unknown('kind', fault.do, `${index}.do`, [...faultKinds]);
      const stranger = Object.keys(fault).find((name) => !fields.includes(name));
      if (stranger !== undefined) throw unknown('field', stranger, String(index), fields);
    }
    faults.add(wanted.map((fault) => ({ ...fault, do: fault.do as FaultKind })));
    return context.json(stand(), 201);
  });
}

const isKind = (text: string): text is FaultKind => (faultKinds as readonly string[]).includes(text);

function unknown(what: string, name: string, where: string, known: string[]): BadInput {
  return new BadInput(`unknown ${what} "${name}"`, where, `use one of: ${known.join(', ')}`);
}
