import type { ObjectType, Row } from '../schema/index.ts';
import type { Org } from './org.ts';

/** What a user may do with a record: more includes less. */
export type AccessLevel = 'None' | 'Read' | 'Edit' | 'All';

export function seesAll(org: Org, userId: string): boolean {
  return profileOf(org, userId)?.PermissionsViewAllData === true;
}

/**
 * Sharing in short: administrators have all; the owner has all of his own; others what the org-wide default says. Event and Task are
 * also read by those invited and by those who may read the record they are about; private ones by their owner alone.
 */
export function accessTo(org: Org, userId: string, type: ObjectType, row: Row): AccessLevel {
  const profile = profileOf(org, userId);
  if (profile?.PermissionsModifyAllData === true) return 'All';
  if (profile?.PermissionsViewAllData === true) return row.OwnerId === userId ? 'All' : 'Read';
  return sharedAccess(org, userId, type, row);
}

function sharedAccess(org: Org, userId: string, type: ObjectType, row: Row): AccessLevel {
  if (type.name === 'EventRelation') return throughParent(org, userId, row.EventId);
  if (type.name === 'User') return row.Id === userId ? 'Edit' : 'Read';
  if (!type.byName.has('ownerid')) return type.createable ? 'All' : 'Read';
  if (row.OwnerId === userId) return 'All';
  return type.name === 'Event' || type.name === 'Task' ? activityAccess(org, userId, type, row) : defaultAccess(org, userId, type, row);
}

function defaultAccess(org: Org, userId: string, type: ObjectType, row: Row): AccessLevel {
  const byDefault = org.settings.sharing[type.name] ?? 'ReadWrite';
  // A contact without an account is its owner's alone.
  if (byDefault === 'ControlledByParent') return throughParent(org, userId, row.AccountId);
  if (byDefault === 'Private') return 'None';
  return byDefault === 'Read' ? 'Read' : 'Edit';
}

/** Controlled by its parent or private: whoever reads what it is about reads it, too. */
function activityAccess(org: Org, userId: string, type: ObjectType, row: Row): AccessLevel {
  if (row.IsPrivate === true) return 'None';
  const byDefault = org.settings.sharing[type.name] ?? 'ReadWrite';
  if (byDefault === 'Read' || byDefault === 'ReadWrite') return byDefault === 'Read' ? 'Read' : 'Edit';
  return isInvolved(org, userId, row) ? 'Read' : 'None';
}

function isInvolved(org: Org, userId: string, row: Row): boolean {
  const relations = org.store(org.type('EventRelation')).withValue('EventId', String(row.Id));
  if (relations.some((relation) => relation.RelationId === userId && relation.IsDeleted !== true)) return true;
  return [row.WhoId, row.WhatId].some((parent) => throughParent(org, userId, parent) !== 'None');
}

function throughParent(org: Org, userId: string, id: unknown): AccessLevel {
  const type = typeof id === 'string' ? org.schema.ofId(id) : undefined;
  const row = type && org.store(type).get(String(id));
  return row ? accessTo(org, userId, type, row) : 'None';
}

function profileOf(org: Org, userId: string): Row | undefined {
  const profileId = org.find(userId)?.ProfileId;
  return typeof profileId === 'string' ? org.find(profileId) : undefined;
}
