import type { Field, ObjectType } from '../schema/index.ts';
import type { Org } from './org.ts';
import type { FieldSecurity } from './settings.ts';

export type FieldAccess = 'none' | 'read' | 'edit';

/**
 * Field-level security: what a user may do with a field, by profile or for single users. Unlike sharing it holds for administrators, too.
 * What the org needs itself (ids, stamps) no setting hides.
 */
export function fieldAccess(org: Org, userId: string, type: ObjectType, field: Field): FieldAccess {
  const { fieldSecurity } = org.settings;
  if (!fieldSecurity || fieldSecurity.length === 0) return 'edit';
  const rules = fieldSecurity.filter(
    (rule) => rule.object.toLowerCase() === type.name.toLowerCase() && rule.field.toLowerCase() === field.name.toLowerCase(),
  );
  const held = rules.filter((rule) => concerns(org, userId, rule));
  if (held.some((rule) => rule.access === 'none')) return 'none';
  return held.length > 0 ? 'read' : 'edit';
}

/** Whether a setting is about this user: named, of the profile named, or everybody where neither is given. */
export function concerns(org: Org, userId: string, rule: Pick<FieldSecurity, 'users' | 'profile'>): boolean {
  const user = org.find(userId);
  if (rule.users?.some((name) => [user?.Id, user?.Username, user?.Email].includes(name))) return true;
  if (rule.profile === undefined) return rule.users === undefined;
  return typeof user?.ProfileId === 'string' && org.find(user.ProfileId)?.Name === rule.profile;
}

/** The object as this user sees it: hidden fields are not there, others may be read only. */
export function seenType(org: Org, userId: string, type: ObjectType): ObjectType {
  if (!org.settings.fieldSecurity?.length) return type;
  const fields = type.fields.flatMap((field): Field[] => {
    const access = fieldAccess(org, userId, type, field);
    if (access === 'none') return [];
    return [access === 'edit' ? field : { ...field, createable: false, updateable: false }];
  });
  return { ...type, fields };
}
