import { createMiddleware } from 'hono/factory';
import type { ProblemField } from '../../../core/contract/index.ts';
import type { Environment } from '../environment.ts';
import { HttpProblem } from '../problems/index.ts';

/** JSON spells both by escapes only: raw, neither is valid JSON in UTF-8. */
const spelled = /\\u(0000|d[89a-f])/i;

const isUnstorable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** Where such text stands. Without recursion: what arrives may be nested as deep as a megabyte allows. */
function placesIn(body: unknown): string[] {
  const places: string[] = [];
  const open: { where: string; value: unknown }[] = [{ where: 'body', value: body }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { where, value } = next;
    if (typeof value === 'string' && isUnstorable(value)) places.push(where);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      if (isUnstorable(key)) places.push(where);
      else open.push({ where: `${where}.${key}`.slice(0, 200), value: part });
    }
  }
  return [...new Set(places)];
}

const described = (where: string): ProblemField => ({
  where,
  what: 'Holds the character U+0000, or half of a character',
  todo: 'Leave that character out.',
  code: 'field_unstorable',
});

/** U+0000 and lone surrogates are text for JSON and for an address, yet no database and no provider takes them. */
export const refuseUnstorable = createMiddleware<Environment>(async (context, next) => {
  const asked = Object.entries(context.req.queries()).flatMap(([name, values]) =>
    values.some(isUnstorable) ? [`query.${name}`.replaceAll('\0', '')] : [],
  );
  const text = ['GET', 'HEAD', 'OPTIONS'].includes(context.req.method) ? '' : await context.req.text();
  const sent = spelled.test(text) ? placesIn(JSON.parse(text)) : [];
  const errors = [...asked, ...sent].slice(0, 20).map(described);
  if (errors.length > 0) throw new HttpProblem('invalid_input', 'There is text that cannot be kept.', { errors });
  return next();
});
