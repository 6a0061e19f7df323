import { readDate, readDatetime } from '../datetime.ts';
import { refused } from '../salesforce-error.ts';
import { toLongId } from '../salesforce-id.ts';
import type { Field, Value } from '../schema/index.ts';

const emailPattern = /^[A-Za-z0-9!#$%&'*/=?^_+`{|}~.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

/** A value as a client sent it to a value as Salesforce stores it: trimmed, empty is null, dates in one spelling, ids at 18 characters. */
export function convertValue(field: Field, value: unknown): Value {
  if (value === null || value === undefined || value === '') return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'boolean':
      return convertBoolean(field, value);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return convertNumber(field, value);
    case 'date':
      return (typeof value === 'string' && readDate(value)) || throwParser('date', value);
    case 'datetime':
      return (typeof value === 'string' && (readDatetime(value) ?? midnight(value))) || throwParser('datetime', value);
    case 'reference':
    case 'id':
      return convertId(field, value);
    case 'junctionidlist':
      return Array.isArray(value) ? value.map((id) => convertId(field, id)).join(';') || null : throwParser('List', value);
    case 'base64':
      return typeof value === 'string' ? value : throwParser('base64Binary', value);
    default:
      return convertText(field, value);
  }
}

function midnight(value: string): string | undefined {
  return value.length === 10 ? readDatetime(`${value}T00:00:00Z`) : undefined;
}

function convertBoolean(_field: Field, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return throwParser('boolean', value);
}

function convertNumber(field: Field, value: unknown): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) return throwParser(field.type === 'int' ? 'int' : 'double', value);
  if (field.type === 'int' && !Number.isInteger(number)) return throwParser('int', value);
  return number;
}

function convertId(field: Field, value: unknown): string {
  const id = typeof value === 'string' ? toLongId(value) : undefined;
  if (id === undefined) throw refused('MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(value)}`, [field.name]);
  return id;
}

function convertText(field: Field, value: unknown): Value {
  if (typeof value !== 'string') return throwParser('string', value);
  const text = field.type === 'textarea' ? value.trimEnd() : value.trim();
  if (text === '') return null;
  if (field.length > 0 && text.length > field.length) {
    throw refused('STRING_TOO_LONG', `${field.label}: data value too large: ${text.slice(0, 255)} (max length=${field.length})`, [
      field.name,
    ]);
  }
  if (field.type === 'email' && !emailPattern.test(text)) {
    throw refused('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name]);
  }
  if (field.restricted && !field.picklist.some((entry) => entry.value === text)) {
    throw refused('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${text}`, [
      field.name,
    ]);
  }
  return text;
}

const jsonKinds: Record<string, string> = {
  number: 'VALUE_NUMBER_INT',
  boolean: 'VALUE_TRUE',
  string: 'VALUE_STRING',
  object: 'START_OBJECT',
};

function throwParser(wanted: string, value: unknown): never {
  const kind = Array.isArray(value) ? 'START_ARRAY' : (jsonKinds[typeof value] ?? 'VALUE_STRING');
  const shown = typeof value === 'object' ? '' : ` value ${String(value)}`;
  throw refused(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${wanted} from ${kind}${shown} or request may be missing a required field at [line:1, column:1]`,
  );
}
