import type { z } from 'zod';
import type { Facts, Problem, Side } from '../../model/index.ts';

export const noFacts: Facts = { modifiedAt: null, keys: [] };

/** The outcome of looking at something foreign. The problem names the provider's own property and never repeats its value. */
export type Read<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Checks a raw item against what is read of it: unknown properties pass, one that is read and is wrong makes a Problem. */
export function readShape<T>(schema: z.ZodType<T>, raw: unknown, side: Side): Read<T> {
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data };
  const [first] = result.error.issues;
  const field = first && first.path.length > 0 ? first.path.map(String).join('.') : null;
  return unreadable(field, `${sender[side]} sent ${field ?? 'the item'} in a shape that is not understood: ${first?.message ?? 'invalid'}`);
}

export function unreadable(field: string | null, message: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { reason: 'unreadable', field, message } };
}

const sender = { outlook: 'Microsoft Graph', salesforce: 'Salesforce' } as const;
