import { decimal, type Field, field, longText, picklist, type Row, readOnly, text } from './field.ts';

const parts = ['Street', 'City', 'State', 'PostalCode', 'Country', 'Latitude', 'Longitude', 'GeocodeAccuracy'] as const;

/** A postal address: its parts, and the compound that is only read and answered as one object. */
export function address(kind: string): Field[] {
  const name = (part: string) => `${kind}${part}`;
  const compound = { compoundFieldName: name('Address') };
  return [
    longText(name('Street'), 255, { ...compound, filterable: true, sortable: true }),
    text(name('City'), 40, compound),
    text(name('State'), 80, compound),
    text(name('PostalCode'), 20, compound),
    text(name('Country'), 80, compound),
    decimal(name('Latitude'), { ...compound, scale: 15 }),
    decimal(name('Longitude'), { ...compound, scale: 15 }),
    picklist(name('GeocodeAccuracy'), 'Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown', compound),
    field(name('Address'), 'address', { ...readOnly, compute: (row) => compose(row, kind) }),
  ];
}

function compose(row: Row, kind: string): Record<string, unknown> | null {
  const entries = parts.map((part) => [part.charAt(0).toLowerCase() + part.slice(1), row[`${kind}${part}`] ?? null] as const);
  return entries.some(([, value]) => value !== null) ? Object.fromEntries(entries) : null;
}
