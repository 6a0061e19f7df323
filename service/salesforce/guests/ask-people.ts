import { z } from 'zod';
import type { Asking } from '../ask-parts.ts';
import type { PartAnswer } from '../composite.ts';
import { readRows } from '../records.ts';
import { queriesOver } from '../soql.ts';

/** Somebody that Salesforce knows by an address. */
export interface Person {
  id: string;
  kind: 'User' | 'Contact' | 'Lead';
}

/** What was found out in this run, by address; null: nobody, or several and no rule which. */
export type KnownPeople = Map<string, Person | null>;

const row = z.object({ Id: z.string(), Email: z.string().nullish(), OwnerId: z.string().nullish() });
type Row = z.infer<typeof row>;

const kinds = [
  { kind: 'User', select: 'Id, Email', also: ' AND IsActive = true' },
  { kind: 'Contact', select: 'Id, Email, OwnerId', also: '' },
  { kind: 'Lead', select: 'Id, Email, OwnerId', also: ' AND IsConverted = false' },
] as const;

/** Queries that are to be asked, with others in one request, and what to do with their answers. */
export interface PeopleQuestion {
  paths: readonly string[];
  /** Side effect: keeps what they say in `known`. */
  learn(parts: readonly PartAnswer[]): void;
}

/**
 * Who these addresses are: an active user, else a contact, else an unconverted lead. Of several with one address the reader's own is meant;
 * where that leaves several, none: nobody is invited on a guess.
 */
export function askPeople({ access }: Asking, known: KnownPeople, addresses: Iterable<string>): PeopleQuestion {
  const wanted = [...new Set(addresses)].filter((address) => !known.has(address));
  const queries = kinds.flatMap(({ kind, select, also }) =>
    queriesOver(wanted, (list) => `SELECT ${select} FROM ${kind} WHERE Email IN (${list})${also}`, false).map((path) => ({ kind, path })),
  );
  return {
    paths: queries.map(({ path }) => path),
    learn(parts) {
      const found = new Map<string, Map<Person['kind'], Row[]>>();
      parts.forEach((part, index) => {
        const kind = queries[index]?.kind ?? 'Contact';
        for (const one of readRows(part.body, row)) note(found, kind, one);
      });
      for (const address of wanted) known.set(address, pick(found.get(address), access.userId));
    },
  };
}

function note(found: Map<string, Map<Person['kind'], Row[]>>, kind: Person['kind'], one: Row): void {
  const address = one.Email?.trim().toLowerCase() ?? '';
  const byKind = found.get(address) ?? new Map<Person['kind'], Row[]>();
  byKind.set(kind, [...(byKind.get(kind) ?? []), one]);
  found.set(address, byKind);
}

function pick(byKind: ReadonlyMap<Person['kind'], readonly Row[]> | undefined, reader: string): Person | null {
  for (const { kind } of kinds) {
    const rows = byKind?.get(kind) ?? [];
    if (rows.length === 0) continue;
    const own = rows.filter((one) => one.OwnerId === reader);
    const [one] = own.length === 1 ? own : rows.length === 1 ? rows : [];
    return one ? { id: one.Id, kind } : null;
  }
  return null;
}
