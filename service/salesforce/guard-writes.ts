import type { Write } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { holdsReference, mostGuarded, type WriteCollection } from './build-collection.ts';
import { type PartAnswer, referenceOf } from './composite.ts';
import { looksFirst } from './look-first.ts';
import { salesforceObjects } from './objects.ts';
import type { SalesforceRequest } from './salesforce-client.ts';

/** So many of one kind beside them are a collection behind a query over their stamps; more are cheaper with their stamps read before. */
const mostLooked = 100;
const longAgo = 'Sat, 01 Jan 2000 00:00:00 GMT';

/** Whether these updates may go out without a look at their stamps before, because Salesforce itself refuses them where a record has changed. */
export function mayGuard(asking: Asking, writes: readonly Write[]): boolean {
  const { settings, access } = asking;
  if (settings.guards?.of(access.orgId, settings.clock.now()) !== true) return false;
  const versioned = writes.filter(({ remoteId, expectedVersion }) => remoteId !== null && expectedVersion !== null);
  if (versioned.some((write) => write.operation !== 'update' || holdsReference(write))) return false;
  if (versioned.length <= mostGuarded) return true;
  const most = Math.max(...[...Map.groupBy(versioned, ({ object }) => object).values()].map(({ length }) => length));
  return looksFirst(asking, most) && most <= mostLooked && versioned.length - most <= mostGuarded;
}

/**
 * A write that must be refused, to go behind others in their request: of a record that they write, provided that it has not changed for
 * twenty years. It changes nothing either way; `before`: so many parts stand in front of theirs. Null where it is known already what comes of it, or nothing is there to try it on.
 */
export function guardTrial({ settings, access }: Asking, collections: readonly WriteCollection[], before = 0): SalesforceRequest | null {
  if (!settings.guards || settings.guards.of(access.orgId, settings.clock.now()) !== undefined) return null;
  const place = collections.findIndex(({ operation }) => operation !== 'delete');
  const collection = collections[place];
  if (!collection) return null;
  const id = collection.operation === 'update' ? collection.rows[0]?.remoteId : `@{${referenceOf(before + place)}[0].id}`;
  const { sobject } = salesforceObjects[collection.object];
  return { method: 'PATCH', path: `/sobjects/${sobject}/${id}`, headers: { 'If-Unmodified-Since': longAgo }, body: {} };
}

/** Any other answer (the record was refused itself, the user may not) says nothing about the guard. */
export function learnFromTrial({ settings, access }: Asking, answer: PartAnswer | undefined): void {
  if (answer?.status === 412) settings.guards?.keep(access.orgId, true, settings.clock.now());
  else if (answer && answer.status < 300) settings.guards?.keep(access.orgId, false, settings.clock.now());
}

/** A guard refused what has the expected version: it counts otherwise than we do, and is not used any more. */
export function distrustGuards({ settings, access }: Asking): void {
  settings.guards?.keep(access.orgId, false, settings.clock.now());
}
