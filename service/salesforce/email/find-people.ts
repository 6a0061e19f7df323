import { z } from 'zod';
import type { PersonRecord } from '../../../core/sync/index.ts';
import { type Asking, askParts, type Beside } from '../ask-parts.ts';
import { isRefused } from '../is-refused.ts';
import { queriesOver } from '../soql.ts';

const row = z.object({
  Id: z.string(),
  Email: z.string().nullish(),
  AccountId: z.string().nullish(),
  OwnerId: z.string().nullish(),
  LastModifiedDate: z.string().nullish(),
});
const answer = z.object({ records: z.array(row) });

const kinds = [
  { object: 'Contact', fields: 'Id, Email, AccountId, OwnerId, LastModifiedDate', and: '' },
  { object: 'Lead', fields: 'Id, Email, OwnerId, LastModifiedDate', and: ' AND IsConverted = false' },
  { object: 'User', fields: 'Id, Email, LastModifiedDate', and: ' AND IsActive = true' },
] as const;
type Kind = (typeof kinds)[number];

/** Who these addresses are, as far as this user may see: contacts, leads that are not converted, active users; one request for most lists. */
export async function findPeople(
  asking: Asking,
  addresses: readonly string[],
  beside?: (queries: number) => Beside | null,
): Promise<PersonRecord[]> {
  try {
    return await ask(asking, kinds, addresses, beside);
  } catch (error) {
    if (!isRefused(error)) throw error;
    // An edition without leads, or a user without the right to one of them: the others still tell.
    const found: PersonRecord[] = [];
    for (const kind of kinds) found.push(...(await askOne(asking, kind, addresses)));
    return found;
  }
}

async function askOne(asking: Asking, kind: Kind, addresses: readonly string[]): Promise<PersonRecord[]> {
  try {
    return await ask(asking, [kind], addresses);
  } catch (error) {
    if (isRefused(error)) return [];
    throw error;
  }
}

async function ask(
  asking: Asking,
  wanted: readonly Kind[],
  addresses: readonly string[],
  beside?: (queries: number) => Beside | null,
): Promise<PersonRecord[]> {
  const queries = wanted.flatMap(({ object, fields, and }) =>
    queriesOver(addresses, (list) => `SELECT ${fields} FROM ${object} WHERE Email IN (${list})${and}`, false).map((path) => ({
      object,
      path,
    })),
  );
  const { parts } = await askParts(
    asking,
    queries.map(({ path }) => path),
    beside ? { beside } : {},
  );
  return parts.flatMap((part, index) => {
    const object = queries[index]?.object ?? 'Contact';
    return answer.parse(part.body).records.flatMap(({ Id, Email, AccountId, OwnerId, LastModifiedDate }): PersonRecord[] => {
      const address = Email?.trim().toLowerCase();
      if (!address) return [];
      return [{ address, object, id: Id, accountId: AccountId ?? null, ownerId: OwnerId ?? null, modifiedAt: LastModifiedDate ?? null }];
    });
  });
}
