import type { SyncError } from '../../../core/model/index.ts';
import type { Write } from '../../../core/sync/index.ts';
import { type Asking, failureOf } from '../ask-parts.ts';
import { classifyError } from '../classify-answer.ts';
import { mostParts, type PartAnswer, referenceOf, sendComposite } from '../composite.ts';
import { wasKeptBack } from '../look-first.ts';
import { firstError } from '../read-errors.ts';
import { type SalesforceRecord, selectList } from '../records.ts';
import type { SalesforceRequest } from '../salesforce-client.ts';
import { keyField } from '../salesforce-object.ts';
import { readShown } from '../show-written.ts';
import { shownFields } from '../shown-fields.ts';
import { queriesOver } from '../soql.ts';
import { allRefused, type CreatedMails, mailCollection, portions, readCreated, sendBarred, sobjectFor } from './create-mails.ts';
import { type FurnishingRow, furnishingOf } from './furnishing.ts';
import type { SavedMail } from './saved-mail.ts';
import { errorsOf, mostRows, toCollection } from './send-furnishing.ts';

/** What the request that made the records brought along already. */
export interface Begun {
  /** The records that stand, by intent. */
  mails: ReadonlyMap<string, SavedMail>;
  errors: ReadonlyMap<FurnishingRow, SyncError>;
  shown: ReadonlyMap<string, SalesforceRecord>;
}

/**
 * Mails with their senders and small files, made and shown by one request: what belongs to a record names it by the answer of the part that makes
 * it. Where one of the records is not made, Salesforce does not do the parts that name it: the others get theirs by a request of their own.
 * @returns null where they are too many or too big for one request
 */
export async function createWhole(
  asking: Asking,
  writes: readonly Write[],
  asTask: boolean,
): Promise<(CreatedMails & { begun: Begun }) | null> {
  const mails = writes.map((write, index): SavedMail => ({ write, id: `@{${referenceOf(0)}[${index}].id}`, again: false, left: [] }));
  const groups = [...Map.groupBy(furnishingOf(mails, new Map(), asTask).rows, ({ record }) => record.attributes.type).values()];
  const show = showing(asking, writes, asTask);
  const fits = portions(writes).length === 1 && groups.every(({ length }) => length <= mostRows);
  if (!fits || 1 + groups.length + show.length > mostParts) return null;
  const collections = [mailCollection(asking, writes, asTask), ...groups.map(toCollection)];
  if (holdForeign(collections, new Set(mails.map(({ id }) => id)))) return null;
  try {
    const { parts } = await sendComposite(asking.client, [...collections, ...show], true);
    const created = readMails(asking, writes, parts[0]);
    const begun = { ...readAlong(asking, groups, parts.slice(1)), shown: readShown(parts.slice(collections.length)) };
    const ids = new Map(created.outcomes.flatMap((outcome) => ('id' in outcome ? [[outcome.write.intentId, outcome.id]] : [])));
    const made = mails.filter((mail) => {
      mail.id = ids.get(mail.write.intentId) ?? '';
      mail.furnished = begun.furnished;
      return mail.id !== '';
    });
    return {
      ...(await sendBarred(asking, created, asTask)),
      begun: { ...begun, mails: new Map(made.map((mail) => [mail.write.intentId, mail])) },
    };
  } catch (error) {
    const failure = failureOf(error, asking.settings);
    if (failure === null) throw error;
    return { ...allRefused(writes, failure), begun: nothingBegun };
  }
}

export const nothingBegun: Begun = { mails: new Map(), errors: new Map(), shown: new Map() };

/** A text of somebody's that has "@{…}" would be taken for a reference, and fail all others with it. */
function holdForeign(collections: readonly SalesforceRequest[], own: ReadonlySet<string>): boolean {
  const records = collections.flatMap(({ body }) => (body as { records: readonly Readonly<Record<string, unknown>>[] }).records);
  return records.some((record) =>
    Object.values(record).some((value) => typeof value === 'string' && value.includes('@{') && !own.has(value)),
  );
}

/** The records by our key, since their ids are not known yet. */
function showing(asking: Asking, writes: readonly Write[], asTask: boolean): SalesforceRequest[] {
  const sobject = sobjectFor(asTask);
  const fields = selectList(shownFields(asking, 'email', sobject));
  const keys = writes.flatMap(({ key }) => key ?? []);
  return queriesOver(keys, (list) => `SELECT ${fields} FROM ${sobject} WHERE ${keyField} IN (${list})`, true).map(
    (path): SalesforceRequest => ({ method: 'GET', path }),
  );
}

function readMails(asking: Asking, writes: readonly Write[], part: PartAnswer | undefined): CreatedMails {
  if (!part || part.status < 300) return readCreated(asking, writes, part?.body);
  const { clock, random } = asking.settings;
  return allRefused(writes, classifyError(firstError(part.status, part.body), { now: clock.now(), random: random() }));
}

/** What was kept back for want of a record is sent by itself; everything else has its answer. */
function readAlong(asking: Asking, groups: readonly FurnishingRow[][], parts: readonly PartAnswer[]) {
  const answered = groups.flatMap((rows, index) => {
    const part = parts[index];
    return part && wasKeptBack(part) ? [] : [{ rows, part }];
  });
  return {
    furnished: new Set(answered.flatMap(({ rows }) => rows.slice(0, 1).map(({ record }) => record.attributes.type))),
    errors: new Map(answered.flatMap(({ rows, part }) => errorsOf(asking, rows, part))),
  };
}
