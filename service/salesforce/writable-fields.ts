import type { Write } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
import { sightOf } from './field-sights.ts';
import { sobjectOf } from './objects.ts';

/** A write without what its user is known not to be allowed to write; everything else of the record travels. */
export function writable(asking: Asking, write: Write): Write {
  const sight = sightOf(asking, sobjectOf(write.object, write.remoteId ?? ''));
  if (!sight || !write.body) return write;
  const open = write.operation === 'create' ? sight.createable : sight.updateable;
  const barred = Object.keys(write.body).filter((name) => !open.has(name));
  if (barred.length === 0) return write;
  for (const name of barred) if (sight.seen.has(name)) sight.leftOut.add(name);
  return { ...write, body: Object.fromEntries(Object.entries(write.body).filter(([name]) => open.has(name))) };
}
