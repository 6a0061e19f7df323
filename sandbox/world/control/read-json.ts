import type { Context } from 'hono';
import type { z } from 'zod';
import { BadInput } from './bad-input.ts';

/** The JSON body by its schema; every fault names the place inside it. An absent body reads as {}. */
export async function readJson<T extends z.ZodType>(context: Context, schema: T): Promise<z.infer<T>> {
  const where = `${context.req.method} ${context.req.path}`;
  const text = await context.req.text();
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch (failure) {
    throw new BadInput(
      `the body is not JSON: ${(failure as Error).message}`,
      where,
      'send a JSON body; docs/sandbox.md has one for each request',
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  throw new BadInput(
    `${path === '' ? 'the body' : path}: ${issue?.message ?? 'is not valid'}`,
    where,
    'docs/sandbox.md lists the fields of this request',
  );
}
