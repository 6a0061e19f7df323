export type Value = string | number | boolean | null;
/** A record as stored: only fields that have a value; keys with `$` are the emulator's own and never answered. */
export type Row = Readonly<Record<string, Value | undefined>>;

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'combobox'
  | 'reference'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'address'
  | 'base64'
  | 'junctionidlist';

export interface PicklistValue {
  value: string;
  isDefault: boolean;
}

/** One field of an sObject, as describe tells it and as writes are checked by it. */
export interface Field {
  name: string;
  type: FieldType;
  label: string;
  length: number;
  nillable: boolean;
  createable: boolean;
  updateable: boolean;
  filterable: boolean;
  sortable: boolean;
  defaultedOnCreate: boolean;
  /** what a create without it stores */
  initial: Value | undefined;
  custom: boolean;
  externalId: boolean;
  unique: boolean;
  idLookup: boolean;
  nameField: boolean;
  picklist: PicklistValue[];
  restricted: boolean;
  referenceTo: string[];
  relationshipName: string | undefined;
  compoundFieldName: string | undefined;
  precision: number;
  scale: number;
  /** kept in an index by value */
  indexed: boolean;
  /** for what is worked out when read */
  compute: ((row: Row) => unknown) | undefined;
}

export type FieldOptions = Partial<Omit<Field, 'name' | 'type'>> & { required?: boolean };

export const readOnly = { createable: false, updateable: false } as const;

export function field(name: string, type: FieldType, options: FieldOptions = {}): Field {
  const { required, ...rest } = options;
  return {
    name,
    type,
    label: labelOf(name),
    length: 0,
    nillable: !required,
    createable: true,
    updateable: true,
    filterable: type !== 'textarea' && type !== 'base64' && type !== 'address',
    sortable: type !== 'textarea' && type !== 'base64' && type !== 'address',
    defaultedOnCreate: options.initial !== undefined,
    initial: undefined,
    custom: name.endsWith('__c'),
    externalId: false,
    unique: false,
    idLookup: false,
    nameField: false,
    picklist: [],
    restricted: false,
    referenceTo: [],
    relationshipName: undefined,
    compoundFieldName: undefined,
    precision: 0,
    scale: 0,
    indexed: false,
    compute: undefined,
    ...rest,
  };
}

export const text = (name: string, length: number, options: FieldOptions = {}) => field(name, 'string', { length, ...options });
export const longText = (name: string, length: number, options: FieldOptions = {}) => field(name, 'textarea', { length, ...options });
export const email = (name: string, options: FieldOptions = {}) =>
  field(name, 'email', { length: 80, idLookup: true, indexed: true, ...options });
export const phone = (name: string, options: FieldOptions = {}) => field(name, 'phone', { length: 40, ...options });
export const link = (name: string, options: FieldOptions = {}) => field(name, 'url', { length: 255, ...options });
export const flag = (name: string, options: FieldOptions = {}) => field(name, 'boolean', { required: true, initial: false, ...options });
export const date = (name: string, options: FieldOptions = {}) => field(name, 'date', options);
export const datetime = (name: string, options: FieldOptions = {}) => field(name, 'datetime', options);
export const whole = (name: string, options: FieldOptions = {}) => field(name, 'int', options);
export const decimal = (name: string, options: FieldOptions = {}) => field(name, 'double', { precision: 18, scale: 2, ...options });
export const currency = (name: string, options: FieldOptions = {}) => field(name, 'currency', { precision: 18, scale: 2, ...options });

/** `values` as one text, parted by `|`; a `*` marks the default. */
export function picklist(name: string, values: string, options: FieldOptions = {}): Field {
  const entries = values.split('|').filter((value) => value !== '');
  const list = entries.map((entry) => ({ value: entry.replace(/\*$/, ''), isDefault: entry.endsWith('*') }));
  return field(name, 'picklist', { length: 255, picklist: list, initial: list.find((entry) => entry.isDefault)?.value, ...options });
}

/** A look-up; the name of the way to the parent is the field's without Id unless told. */
export function reference(name: string, to: string, options: FieldOptions = {}): Field {
  const way = name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, '');
  return field(name, 'reference', { length: 18, referenceTo: to.split('|'), relationshipName: way, ...options });
}

function labelOf(name: string): string {
  return name
    .replace(/__c$/, '')
    .replace(/_/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/\bId$/, 'ID');
}
