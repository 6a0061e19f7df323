import { type Field, picklist, type Row, readOnly, text } from './field.ts';

/** The name of a Contact, Lead or User: its parts, and the whole that follows from them. */
export function personName(options: { salutation: boolean }): Field[] {
  const compound = { compoundFieldName: 'Name' };
  return [
    text('LastName', 80, { required: true, ...compound }),
    text('FirstName', 40, compound),
    ...(options.salutation ? [picklist('Salutation', 'Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.', { ...compound, length: 40 })] : []),
    text('Name', 121, { ...readOnly, required: true, defaultedOnCreate: true, nameField: true, label: 'Full Name' }),
  ];
}

/** `FirstName LastName`, as Salesforce shows it. */
export function wholeName(row: Row): string {
  return [row.FirstName, row.LastName].filter((part) => typeof part === 'string' && part !== '').join(' ');
}
