import type { Write } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { sobjectOf } from './objects.ts';
import { sightOf } from './shown-fields.ts';

/** How Salesforce refuses a row for a field that its user may not write, or not even see. */
export const fieldCodes: readonly string[] = ['INVALID_FIELD_FOR_INSERT_UPDATE', 'INVALID_FIELD'];

type Body = Readonly<Record<string, unknown>>;

/** A body without what its user is known not to be allowed to write, and the names of that. */
export function writableBody(asking: Asking, body: Body, sobject: string, operation: Write['operation']): { body: Body; barred: string[] } {
  const sight = sightOf(asking, sobject);
  const open = operation === 'create' ? sight?.createable : sight?.updateable;
  const barred = open ? Object.keys(body).filter((name) => !open.has(name)) : [];
  if (barred.length === 0) return { body, barred };
  for (const name of barred) sight?.leftOut.add(name);
  return { body: Object.fromEntries(Object.entries(body).filter(([name]) => !barred.includes(name))), barred };
}

/** A write without what its user may not write; everything else of the record travels. */
export function writable(asking: Asking, write: Write): Write {
  const { barred, body } = sift(asking, write);
  return barred.length === 0 ? write : { ...write, body };
}

/** What of a write did not travel. */
export const barredOf = (asking: Asking, write: Write): readonly string[] => sift(asking, write).barred;

function sift(asking: Asking, { body, object, operation, remoteId }: Write) {
  return body ? writableBody(asking, body, sobjectOf(object, remoteId ?? ''), operation) : { body, barred: [] };
}
