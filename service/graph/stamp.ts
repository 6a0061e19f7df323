/**
 * Our mark on an Outlook item: a named extended property, one for all items (a MAPI named property is a scarce resource of a mailbox).
 * It is never echoed and not in delta pages; it is asked for only to find an item again whose create was not answered.
 * learn.microsoft.com/graph/api/resources/extended-properties-overview. The guid must never change.
 */
const stampId = 'String {8c0b2f0e-5a39-4d1c-9f0b-6b1f2f7d3e41} Name LockstepId';

export const stampBody = (key: string): Record<string, unknown> => ({
  singleValueExtendedProperties: [{ id: stampId, value: key }],
});

export const stampFilter = (key: string): string =>
  `singleValueExtendedProperties/Any(ep: ep/id eq ${odataText(stampId)} and ep/value eq ${odataText(key)})`;

/** A text literal of OData: quotes doubled. */
export const odataText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
