import { z } from 'zod';
import type { ObjectKind } from '../../core/model/index.ts';
import type { Asking } from './ask-parts.ts';
import { salesforceObjects } from './objects.ts';
import type { SalesforceAccess } from './salesforce-settings.ts';

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
  of(access: Pick<SalesforceAccess, 'orgId' | 'userId'>, sobject: string, now: number): FieldSight | undefined;
  keep(access: Pick<SalesforceAccess, 'orgId' | 'userId'>, sobject: string, sight: FieldSight): void;
}

const keptFor = 24 * 3_600_000;

export function createFieldSights(): FieldSights {
  const known = new Map<string, FieldSight>();
  const keyOf = ({ orgId, userId }: Pick<SalesforceAccess, 'orgId' | 'userId'>, sobject: string) => `${orgId} ${userId} ${sobject}`;
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

export const sightOf = ({ access, settings }: Asking, sobject: string): FieldSight | undefined =>
  settings.sights?.of(access, sobject, settings.clock.now());

/** The fields to select, without those that this user is known not to see. */
export function shownFields(asking: Asking, object: ObjectKind, sobject = salesforceObjects[object].sobject): readonly string[] {
  const fields = asking.settings.fields(object);
  const sight = sightOf(asking, sobject);
  return sight ? fields.filter((field) => shows(sight, field)) : fields;
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
