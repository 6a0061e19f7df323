import { z } from 'zod';
import { type Asking, askParts } from '../ask-parts.ts';
import { queriesOver } from '../soql.ts';

/** A file that only the saving of a mail made. */
export interface OwnFile {
  id: string;
  title: string;
  mailId: string;
  /** It lies in the recycle bin. */
  removed: boolean;
}

const versions = z.object({
  records: z.array(
    z.object({
      ContentDocumentId: z.string(),
      Title: z.string().nullish(),
      FirstPublishLocationId: z.string().nullish(),
      IsDeleted: z.boolean().optional(),
    }),
  ),
});
const links = z.object({ records: z.array(z.object({ ContentDocumentId: z.string(), LinkedEntityId: z.string() })) });

/** A file's owner has a link, too. */
const isUser = (id: string): boolean => id.startsWith('005');

/**
 * The files that were published to these records when they were made, by the record where they were first published: that is told as well when the
 * record itself is gone, so that an attempt that ended in between finds them again. Left out are those that have another version by now, or are
 * shown anywhere else: somebody has made them his own.
 */
export async function ownFiles(asking: Asking, mailIds: readonly string[]): Promise<OwnFile[]> {
  const fields = 'ContentDocumentId, Title, FirstPublishLocationId, IsDeleted';
  const first = await read(asking, mailIds, (list) => `SELECT ${fields} FROM ContentVersion WHERE FirstPublishLocationId IN (${list})`);
  const documents = [...new Set(first.map((row) => row.ContentDocumentId))];
  if (documents.length === 0) return [];
  const all = await read(asking, documents, (list) => `SELECT ${fields} FROM ContentVersion WHERE ContentDocumentId IN (${list})`);
  const many = Map.groupBy(all, (row) => row.ContentDocumentId);
  const shown = await askParts(
    asking,
    queriesOver(
      documents,
      (list) => `SELECT ContentDocumentId, LinkedEntityId FROM ContentDocumentLink WHERE ContentDocumentId IN (${list})`,
      false,
    ),
  );
  const elsewhere = new Set(
    shown.parts
      .flatMap((part) => links.parse(part.body).records)
      .filter(({ LinkedEntityId }) => !isUser(LinkedEntityId) && !mailIds.includes(LinkedEntityId))
      .map(({ ContentDocumentId }) => ContentDocumentId),
  );
  return first.flatMap(({ ContentDocumentId: id, Title, FirstPublishLocationId: mailId, IsDeleted }) =>
    mailId && many.get(id)?.length === 1 && !elsewhere.has(id) ? [{ id, title: Title ?? id, mailId, removed: IsDeleted === true }] : [],
  );
}

async function read(asking: Asking, values: readonly string[], soql: (list: string) => string) {
  const { parts } = await askParts(asking, queriesOver(values, soql, true));
  return parts.flatMap((part) => versions.parse(part.body).records);
}
