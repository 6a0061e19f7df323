import { z } from 'zod';
import type { SyncError } from '../../core/model/index.ts';
import type { Write } from '../../core/sync/index.ts';
import { type Asking, failureOf } from './ask-parts.ts';
import { fetchRecords } from './fetch-records.ts';

/** Ids that one call takes. */
const most = 200;

/** xml2js: one result is an object, several are an array; what is text stays text. */
const result = z.object({ id: z.union([z.string(), z.object({})]), success: z.string() });
const answer = z.object({
  'soapenv:Envelope': z.object({
    'soapenv:Body': z.object({ undeleteResponse: z.object({ result: z.union([result, z.array(result)]) }) }),
  }),
});

export interface Undeleted {
  /** Intents whose record stands there again. */
  back: ReadonlySet<string>;
  /** Intents of which it is not known; they are to be asked for again. */
  lost: ReadonlyMap<string, SyncError>;
}

/**
 * Brings records back from the recycle bin, with their ids and all that hung on them. REST has no such call; the SOAP API has
 * (developer.salesforce.com, SOAP API, undelete()). Looked at first, so that a call whose answer was lost is not taken for one that failed; what
 * is not in the bin any more is left to be made anew.
 */
export async function undeleteRecords(asking: Asking, writes: readonly Write[]): Promise<Undeleted> {
  const back = new Set<string>();
  const lost = new Map<string, SyncError>();
  for (let start = 0; start < writes.length; start += most) {
    const some = writes.slice(start, start + most);
    try {
      const ids = await bringBack(asking, some);
      for (const { intentId, remoteId } of some) if (remoteId !== null && ids.has(remoteId)) back.add(intentId);
    } catch (error) {
      const failure = failureOf(error, asking.settings);
      if (failure === null) throw error;
      for (const { intentId } of some) lost.set(intentId, failure);
    }
  }
  return { back, lost };
}

async function bringBack(asking: Asking, writes: readonly Write[]): Promise<ReadonlySet<string>> {
  const refs = writes.flatMap(({ object, remoteId }) => (remoteId === null ? [] : [{ object, id: remoteId }]));
  const live = [...(await fetchRecords(asking, refs)).values()].filter((record) => !record.IsDeleted).map((record) => record.Id);
  const there = new Set(live);
  const wanted = refs.map(({ id }) => id).filter((id) => !there.has(id) && /^[A-Za-z0-9]{15,18}$/.test(id));
  if (wanted.length === 0) return there;
  for (const id of await undelete(asking, wanted)) there.add(id);
  return there;
}

/** The call itself, for up to 200 ids; answers which stand there again by it. */
export async function undelete({ client }: Asking, ids: readonly string[]): Promise<string[]> {
  const list = ids.map((id) => `<ids>${id}</ids>`).join('');
  const read = answer.parse(await client.call(`<undelete xmlns="urn:partner.soap.sforce.com">${list}</undelete>`));
  const results = read['soapenv:Envelope']['soapenv:Body'].undeleteResponse.result;
  return (Array.isArray(results) ? results : [results]).flatMap(({ id, success }) =>
    success === 'true' && typeof id === 'string' ? id : [],
  );
}
