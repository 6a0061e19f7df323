import { SalesforceError } from '../salesforce-error.ts';
import type { ObjectType, Row, Value } from '../schema/index.ts';
import { checkReferences, checkRequired, checkUnique } from './check-record.ts';
import { checkDuplicates, checkValidationRules } from './check-rules.ts';
import { liveRecord, requireAccess } from './live-record.ts';
import type { Org } from './org.ts';
import { readInput } from './read-input.ts';
import { checkRecordType } from './record-types.ts';
import { rulesOf } from './rules/index.ts';
import type { Writer } from './writer.ts';

/** Creates a record in Salesforce's order of execution: read, defaults, the object's own rules, checks, validation and duplicate rules, save. */
export function createRecord(org: Org, type: ObjectType, input: Record<string, unknown>, writer: Writer): string {
  // An administrator's act in Setup has no API; the sandbox itself may put such records there.
  if (!type.createable && !writer.trusted)
    throw new SalesforceError(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type ${type.label} does not support create`);
  const values = readInput(org, type, input, 'create', writer);
  const id = org.store(type).nextId();
  const next: Record<string, Value> = { Id: id, ...type.initials, ...values };
  const assigned = writer.trusted ? undefined : org.settings.assignments?.find((one) => one.object === type.name)?.owner;
  if (type.byName.has('ownerid')) next.OwnerId = assigned ?? next.OwnerId ?? writer.userId;
  org.atomically(() => save(org, type, undefined, next, values, writer));
  return id;
}

export function updateRecord(org: Org, type: ObjectType, id: string, input: Record<string, unknown>, writer: Writer): void {
  if (!type.updateable)
    throw new SalesforceError(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type ${type.label} does not support update`);
  const prior = liveRecord(org, type, id);
  requireAccess(org, type, prior, writer, 'Edit');
  const values = readInput(org, type, input, 'update', writer);
  org.atomically(() => save(org, type, prior, { ...(prior as Record<string, Value>), ...values }, values, writer));
}

function save(
  org: Org,
  type: ObjectType,
  prior: Row | undefined,
  next: Record<string, Value>,
  values: Record<string, Value>,
  writer: Writer,
): void {
  const rules = rulesOf(type.name);
  const saving = { org, type, prior, next, values, writer };
  rules.beforeSave?.(saving);
  const id = String(next.Id);
  checkRequired(type, next);
  checkRecordType(org, type, values, writer);
  checkReferences(org, type, prior ? values : { ...values, OwnerId: next.OwnerId ?? null });
  checkUnique(org, type, prior ? id : undefined, values);
  checkValidationRules(org, type, next);
  checkDuplicates(org, type, prior ? id : undefined, values, next, writer);
  stampRecord(org, next, prior === undefined, values, writer);
  org.put(type, withoutNulls(next));
  rules.afterSave?.(saving);
}

/** Sets who and when; the sandbox may have given them itself. */
function stampRecord(org: Org, next: Record<string, Value>, isNew: boolean, values: Record<string, Value>, writer: Writer): void {
  const now = org.stamp;
  if (isNew) {
    next.CreatedDate = values.CreatedDate ?? now;
    next.CreatedById = values.CreatedById ?? writer.userId;
  }
  next.LastModifiedDate = values.LastModifiedDate ?? (isNew ? next.CreatedDate : undefined) ?? now;
  next.LastModifiedById = values.LastModifiedById ?? writer.userId;
  next.SystemModstamp = values.SystemModstamp ?? next.LastModifiedDate;
  if (writer.visibleAfter !== undefined) next.$visibleAt = org.clock.now() + writer.visibleAfter;
  else delete next.$visibleAt;
}

function withoutNulls(row: Record<string, Value>): Row {
  const kept: Record<string, Value> = {};
  for (const name in row) if (row[name] !== null && row[name] !== undefined) kept[name] = row[name] as Value;
  return kept;
}
