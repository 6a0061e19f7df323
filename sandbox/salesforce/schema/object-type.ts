import { datetime, type Field, field, flag, readOnly, reference, type Value } from './field.ts';

/** An sObject: its fields by name, and what may be done with it. */
export interface ObjectType {
  name: string;
  label: string;
  labelPlural: string;
  prefix: string | null;
  fields: Field[];
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  queryable: boolean;
  undeletable: boolean;
  mergeable: boolean;
  replicateable: boolean;
  custom: boolean;
  /** by lower-case name: SOQL and JSON keys ignore case */
  byName: Map<string, Field>;
  /** by lower-case name of the way to the parent */
  byRelationship: Map<string, Field>;
  nameField: string;
  /** worked out once: what every write goes through */
  indexed: Field[];
  required: Field[];
  initials: Record<string, Value>;
}

export type ObjectOptions = Partial<ObjectType>;

export function objectType(name: string, prefix: string | null, fields: Field[], options: ObjectOptions = {}): ObjectType {
  const label = options.label ?? name.replace(/__c$/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  return {
    label,
    labelPlural: label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    undeletable: true,
    mergeable: false,
    replicateable: true,
    custom: name.endsWith('__c'),
    nameField: fields.find((one) => one.nameField)?.name ?? 'Id',
    ...options,
    name,
    prefix,
    fields,
    indexed: fields.filter((one) => one.indexed),
    required: fields.filter(isRequired),
    initials: Object.fromEntries(
      fields.flatMap((one) => (one.initial === undefined || one.initial === false ? [] : [[one.name, one.initial]])),
    ),
    byName: new Map(fields.map((one) => [one.name.toLowerCase(), one])),
    byRelationship: new Map(fields.flatMap((one) => (one.relationshipName ? [[one.relationshipName.toLowerCase(), one] as const] : []))),
  };
}

/** Must be in a create; the owner is whoever creates. */
function isRequired(one: Field): boolean {
  return !one.nillable && one.createable && one.type !== 'boolean' && one.name !== 'OwnerId';
}

/** The key, first in every describe. */
export const idField = (): Field =>
  field('Id', 'id', { ...readOnly, length: 18, required: true, idLookup: true, label: 'Record ID', defaultedOnCreate: true });

export const isDeleted = (): Field => flag('IsDeleted', { ...readOnly, label: 'Deleted' });

const fixed = { ...readOnly, required: true, defaultedOnCreate: true };
export const createdFields = (): Field[] => [datetime('CreatedDate', fixed), reference('CreatedById', 'User', fixed)];
export const modifiedFields = (): Field[] => [datetime('LastModifiedDate', fixed), reference('LastModifiedById', 'User', fixed)];
/** What change polling goes by. */
export const modstamp = (): Field => datetime('SystemModstamp', { ...fixed, label: 'System Modstamp' });

/** Who and when. */
export function auditFields(): Field[] {
  return [...createdFields(), ...modifiedFields(), modstamp()];
}

export const owner = (to = 'User'): Field => reference('OwnerId', to, { required: true, defaultedOnCreate: true, indexed: true });

const notNamed = new Set(['OwnerId', 'RelationId', 'FirstPublishLocationId']);

/** What the way from a parent down to these records is called, where there is one. */
export function childRelationship(child: ObjectType, field: Field): string | undefined {
  return field.indexed && field.type === 'reference' && !notNamed.has(field.name) ? child.labelPlural.replace(/ /g, '') : undefined;
}
