import { datetime, type Field, field, flag, readOnly, reference } from './field.ts';

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
    byName: new Map(fields.map((one) => [one.name.toLowerCase(), one])),
    byRelationship: new Map(fields.flatMap((one) => (one.relationshipName ? [[one.relationshipName.toLowerCase(), one] as const] : []))),
  };
}

/** The key, first in every describe. */
export const idField = (): Field =>
  field('Id', 'id', { ...readOnly, length: 18, required: true, idLookup: true, label: 'Record ID', defaultedOnCreate: true });

export const isDeleted = (): Field => flag('IsDeleted', { ...readOnly, label: 'Deleted' });

/** Who and when; SystemModstamp is what change polling goes by. */
export function auditFields(): Field[] {
  const fixed = { ...readOnly, required: true, defaultedOnCreate: true };
  return [
    datetime('CreatedDate', fixed),
    reference('CreatedById', 'User', fixed),
    datetime('LastModifiedDate', fixed),
    reference('LastModifiedById', 'User', fixed),
    datetime('SystemModstamp', { ...fixed, label: 'System Modstamp' }),
  ];
}

export const owner = (to = 'User'): Field => reference('OwnerId', to, { required: true, defaultedOnCreate: true, indexed: true });
