import { refused } from '../salesforce-error.ts';
import type { Field, ObjectType, Row } from '../schema/index.ts';
import { attributesOf, readField } from '../soql/index.ts';

/** A whole record, or the fields asked for, as one GET answers it; bytes are told by their address. */
export function recordJson(type: ObjectType, row: Row, fields: readonly Field[], base: string): Record<string, unknown> {
  const record: Record<string, unknown> = { attributes: attributesOf(type, row.Id, base) };
  for (const field of fields) {
    record[field.name] = field.type === 'base64' ? `${base}/sobjects/${type.name}/${row.Id}/${field.name}` : readField(row, field);
  }
  return record;
}

export function fieldsNamed(type: ObjectType, names: readonly string[]): Field[] {
  return names.map((name) => {
    const field = type.fields.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
    if (!field)
      throw refused(
        'INVALID_FIELD',
        `No such column '${name.trim()}' on entity '${type.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
      );
    return field;
  });
}
