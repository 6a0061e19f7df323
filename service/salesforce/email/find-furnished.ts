import { z } from 'zod';
import { type Asking, askParts } from '../ask-parts.ts';
import { queriesOver } from '../soql.ts';
import type { SavedMail } from './saved-mail.ts';

const answer = z.object({
  records: z.array(
    z.object({
      EmailMessageId: z.string().optional(),
      LinkedEntityId: z.string().optional(),
      ContentDocument: z.object({ Title: z.string() }).nullish(),
    }),
  ),
});

/** What earlier attempts brought to a record. */
export interface Furnished {
  sender: boolean;
  /** Files are told apart by title: the sizes that Exchange and Salesforce tell of one file differ. */
  titles: string[];
}

/** Looks at the records that an earlier attempt made: all of them in one request. */
export async function findFurnished(asking: Asking, saved: readonly SavedMail[]): Promise<Map<string, Furnished>> {
  const found = new Map(saved.filter(({ again }) => again).map(({ id }): [string, Furnished] => [id, { sender: false, titles: [] }]));
  if (found.size === 0) return found;
  const relations = "SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationType = 'FromAddress' AND EmailMessageId IN";
  const files = 'SELECT LinkedEntityId, ContentDocument.Title FROM ContentDocumentLink WHERE LinkedEntityId IN';
  const ids = [...found.keys()];
  const ofMails = ids.filter((id) => !id.startsWith('00T'));
  const paths = [
    ...(ofMails.length > 0 ? queriesOver(ofMails, (list) => `${relations} (${list})`, false) : []),
    ...queriesOver(ids, (list) => `${files} (${list})`, false),
  ];
  const { parts } = await askParts(asking, paths);
  for (const { EmailMessageId, LinkedEntityId, ContentDocument } of parts.flatMap((part) => answer.parse(part.body).records)) {
    const mail = found.get(EmailMessageId ?? LinkedEntityId ?? '');
    if (mail && EmailMessageId) mail.sender = true;
    if (mail && ContentDocument) mail.titles.push(ContentDocument.Title);
  }
  return found;
}
