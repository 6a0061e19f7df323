import { z } from 'zod';

/** A Salesforce user; ids of 18 characters. */
interface Person {
  orgId: string;
  userId: string;
}

/** What a user may do with the fields of one object, as describe told it after a refusal. */
export interface FieldSight {
  at: number;
  /** Names of fields, and of the ways to parents ("Account"). */
  seen: ReadonlySet<string>;
  createable: ReadonlySet<string>;
  updateable: ReadonlySet<string>;
  /** What a refusal named although describe shows it: a parent whose object this user may not read. */
  unreachable: Set<string>;
  /** What was left out of a write because it may only be read. */
  leftOut: Set<string>;
}

/** Sights of all users of this process. Kept for a day: an administrator changes permissions seldom, and by then they are looked at again. */
export interface FieldSights {
  of(access: Person, sobject: string, now: number): FieldSight | undefined;
  keep(access: Person, sobject: string, sight: FieldSight): void;
}

const keptFor = 24 * 3_600_000;

export function createFieldSights(): FieldSights {
  const known = new Map<string, FieldSight>();
  const keyOf = ({ orgId, userId }: Person, sobject: string) => `${orgId} ${userId} ${sobject}`;
  return {
    of(access, sobject, now) {
      const sight = known.get(keyOf(access, sobject));
      return sight && now - sight.at < keptFor ? sight : undefined;
    },
    keep(access, sobject, sight) {
      known.set(keyOf(access, sobject), sight);
    },
  };
}

export function shows({ seen, unreachable }: FieldSight, field: string): boolean {
  const [head = field] = field.split('.');
  return seen.has(head) && !unreachable.has(field);
}

export const describedFields = z.object({
  fields: z.array(z.object({ name: z.string(), relationshipName: z.string().nullish(), createable: z.boolean(), updateable: z.boolean() })),
});

export function toSight(body: unknown, at: number, before: FieldSight | undefined): FieldSight {
  const { fields } = describedFields.parse(body);
  const named = (list: typeof fields) => new Set(list.map(({ name }) => name));
  return {
    at,
    seen: new Set(fields.flatMap(({ name, relationshipName }) => (relationshipName ? [name, relationshipName] : [name]))),
    createable: named(fields.filter(({ createable }) => createable)),
    updateable: named(fields.filter(({ updateable }) => updateable)),
    unreachable: before?.unreachable ?? new Set(),
    leftOut: before?.leftOut ?? new Set(),
  };
}
