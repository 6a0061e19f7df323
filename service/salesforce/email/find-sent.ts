import { z } from 'zod';
import type { Write } from '../../../core/sync/index.ts';
import { type Asking, askParts } from '../ask-parts.ts';
import { keyField } from '../salesforce-object.ts';
import { queriesOver } from '../soql.ts';

const row = z.object({ Id: z.string(), CreatedById: z.string().nullish(), [keyField]: z.string().nullish() });
const answer = z.object({ records: z.array(row) });

/** A record that stands for a create whose answer was lost. */
export interface Sent {
  id: string;
  /** Made by this very user: its files may be incomplete. */
  own: boolean;
}

/** Looks for what earlier attempts made, by our key. */
export async function findSent(asking: Asking, writes: readonly Write[], sobject: string): Promise<Map<string, Sent>> {
  const keys = writes.flatMap(({ key }) => key ?? []);
  if (keys.length === 0) return new Map();
  const select = `Id, CreatedById, ${keyField}`;
  const paths = queriesOver(keys, (list) => `SELECT ${select} FROM ${sobject} WHERE ${keyField} IN (${list})`, false);
  const { parts } = await askParts(asking, paths);
  const rows = parts.flatMap((part) => answer.parse(part.body).records);
  return new Map(
    rows.flatMap((one) => (one[keyField] ? [[one[keyField], { id: one.Id, own: one.CreatedById === asking.access.userId }]] : [])),
  );
}
