import { z } from 'zod';
import type { ObjectKind, SyncError } from '../../core/model/index.ts';
import type { Lookup } from '../../core/sync/index.ts';
import { type Asking, askAgain, failureOf } from './ask-parts.ts';
import { fetchRecords } from './fetch-records.ts';
import { sobjectOf } from './objects.ts';
import { toRawItem } from './records.ts';

type Ref = { object: ObjectKind; remoteId: string };

const deletedBody = z.object({ deletedRecords: z.array(z.object({ id: z.string() })) });
/** What the list of deletions is kept for, less an hour of doubt (REST: 15 days). */
const remembered = 15 * 86_400_000 - 3_600_000;

const invisible: SyncError = {
  kind: 'refused',
  code: 'not-visible',
  message: 'Salesforce neither shows this record nor names it as deleted: this user may have lost the right to see it.',
  fields: [],
  scope: 'item',
};

/**
 * Looks records up by id. A removal is proven by the record itself (IsDeleted), or by Salesforce's list of deletions where it was emptied
 * from the recycle bin. Absence alone proves nothing: a record whose owner changed may just be out of this user's sight, and losing
 * access is never a deletion.
 */
export async function lookUpRecords(asking: Asking, refs: readonly Ref[]): Promise<Lookup[]> {
  const groups = Map.groupBy(refs, ({ object, remoteId }) => `${object} ${sobjectOf(object, remoteId)}`);
  const found = await Promise.all([...groups.values()].map((group) => lookUpObject(asking, group)));
  const answers = new Map(found.flat().map((lookup) => [`${lookup.object} ${lookup.remoteId}`, lookup]));
  return refs.flatMap(({ object, remoteId }) => answers.get(`${object} ${remoteId}`) ?? []);
}

async function lookUpObject(asking: Asking, refs: readonly Ref[]): Promise<Lookup[]> {
  const [first] = refs;
  if (!first) return [];
  const { object } = first;
  const ids = [...new Set(refs.map((ref) => ref.remoteId))];
  const records = await fetchRecords(
    asking,
    ids.map((id) => ({ object, id })),
  );
  const absent = ids.filter((id) => !records.has(id));
  const deleted = absent.length > 0 ? await deletedIds(asking, sobjectOf(object, first.remoteId)) : new Set<string>();
  return ids.map((remoteId): Lookup => {
    const record = records.get(remoteId);
    if (record) return { object, remoteId, item: record.IsDeleted && !record.MasterRecordId ? null : toRawItem(record), error: null };
    return { object, remoteId, item: null, error: deleted.has(remoteId) ? null : invisible };
  });
}

/** Empty where Salesforce keeps no such list just now: then nothing is proven. */
async function deletedIds(asking: Asking, sobject: string): Promise<Set<string>> {
  const now = asking.settings.clock.now();
  const minute = (time: number): string => encodeURIComponent(`${new Date(time).toISOString().slice(0, 16)}:00+00:00`);
  const path = `/sobjects/${sobject}/deleted/?start=${minute(now - remembered)}&end=${minute(now + 60_000)}`;
  try {
    const answer = await askAgain(asking, () => asking.client.send({ method: 'GET', path }));
    return new Set(deletedBody.parse(answer.body).deletedRecords.map((record) => record.id));
  } catch (error) {
    const kind = failureOf(error, asking.settings)?.kind;
    if (kind === 'refused' || kind === 'gone') return new Set();
    throw error;
  }
}
