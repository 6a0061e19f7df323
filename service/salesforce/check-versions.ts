import { z } from 'zod';
import { type SyncError, SyncFailure } from '../../core/model/index.ts';
import type { Write } from '../../core/sync/index.ts';
import { type Asking, askAgain } from './ask-parts.ts';
import { classifyError } from './classify-answer.ts';
import { mostParts, sendComposite } from './composite.ts';
import { sobjectOf } from './objects.ts';
import { firstError } from './read-errors.ts';
import type { SalesforceRequest } from './salesforce-client.ts';

const stamps = z.array(z.object({ Id: z.string(), SystemModstamp: z.string() }).nullable());
const mostIds = 2000;

export const changed: SyncError = {
  kind: 'conflict',
  code: 'changed-meanwhile',
  message: 'The record was changed in Salesforce after this write was planned.',
};

/**
 * Collections know no If-Match and If-Unmodified-Since is second-grained, so the stamps of the batch are read again right before it goes
 * out. What changes in the moment between is not seen; the read-back then shows it.
 * @returns those that were changed, by intent. A record that is not shown is let through: the write itself says what became of it.
 */
export async function checkVersions(asking: Asking, writes: readonly Write[]): Promise<Map<string, SyncError>> {
  const versioned = writes.filter((write) => write.remoteId !== null && write.expectedVersion !== null);
  const requests = [...Map.groupBy(versioned, (write) => sobjectOf(write.object, write.remoteId ?? ''))].flatMap(([sobject, group]) =>
    chunks([...new Set(group.map((write) => write.remoteId))], mostIds).map(
      (ids): SalesforceRequest => ({
        method: 'POST',
        path: `/composite/sobjects/${sobject}`,
        body: { ids, fields: ['Id', 'SystemModstamp'] },
      }),
    ),
  );
  const present = new Map<string, string>();
  for (const some of chunks(requests, mostParts)) {
    for (const body of await read(asking, some))
      for (const stamp of stamps.parse(body)) if (stamp) present.set(stamp.Id, stamp.SystemModstamp);
  }
  const stale = versioned.filter(({ remoteId, expectedVersion }) => {
    const stamp = present.get(remoteId ?? '');
    return stamp !== undefined && stamp !== expectedVersion;
  });
  return new Map(stale.map((write) => [write.intentId, changed]));
}

/** One goes as it is, several as one composite. */
async function read(asking: Asking, requests: readonly SalesforceRequest[]): Promise<unknown[]> {
  const { client, settings } = asking;
  const [only] = requests;
  if (requests.length === 1 && only) return [(await askAgain(asking, () => client.send(only))).body];
  const { parts } = await askAgain(asking, () => sendComposite(client, requests));
  return parts.map(({ status, body }) => {
    if (status < 300) return body;
    throw new SyncFailure(classifyError(firstError(status, body), { now: settings.clock.now(), random: settings.random() }));
  });
}

function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));
}
