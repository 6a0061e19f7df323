import type { SyncError } from '../../core/model/index.ts';
import type { Write, WriteAnswer } from '../../core/sync/index.ts';
import { type Asking, failureOf } from './ask-parts.ts';
import { fetchRecords } from './fetch-records.ts';
import type { SalesforceRecord } from './records.ts';

const hidden: SyncError = {
  kind: 'refused',
  code: 'not-visible',
  message: 'The record was written, but Salesforce does not show it to this user.',
  fields: [],
  scope: 'item',
};

/** The records as stored. Where the read-back fails the writes count as unanswered: sent again they do no harm, and are read again. */
export async function readBack(asking: Asking, written: readonly { write: Write; id: string }[]): Promise<WriteAnswer[]> {
  const refs = written.map(({ write, id }) => ({ object: write.object, id }));
  const stored = await stand(() => fetchRecords(asking, refs), asking);
  return written.map(({ write, id }) => toAnswer(write, id, stored));
}

type Stored = { records: ReadonlyMap<string, SalesforceRecord> } | { error: SyncError };

async function stand(read: () => Promise<ReadonlyMap<string, SalesforceRecord>>, { settings }: Asking): Promise<Stored> {
  try {
    return { records: await read() };
  } catch (error) {
    const failure = failureOf(error, settings);
    if (failure === null) throw error;
    const at = failure.kind === 'retry-at' ? failure.at : new Date(settings.clock.now()).toISOString();
    return { error: { kind: 'retry-at', at, scope: 'item', code: 'answer-lost', message: failure.message } };
  }
}

function toAnswer(write: Write, remoteId: string, stored: Stored): WriteAnswer {
  if ('error' in stored) return { intentId: write.intentId, done: false, error: stored.error };
  return shownAnswer(write, stored.records.get(remoteId)) ?? { intentId: write.intentId, done: false, error: hidden };
}

/** A write that is done, with the record as it stands after it; undefined where it is not shown. */
export function shownAnswer({ intentId }: Write, record: SalesforceRecord | undefined): WriteAnswer | undefined {
  if (!record || record.IsDeleted) return undefined;
  return { intentId, done: true, remoteId: record.Id, version: record.SystemModstamp, raw: record };
}
