import type { Row } from '../../schema/index.ts';
import type { Org } from '../org.ts';
import type { ObjectRules } from './object-rules.ts';

/** A file goes with all its versions, and is gone from wherever it is linked. */
export const contentDocumentRules: ObjectRules = {
  goesWith: (org, row) => [
    ...org.store(org.type('ContentVersion')).withValue('ContentDocumentId', String(row.Id)),
    ...org.store(org.type('ContentDocumentLink')).withValue('ContentDocumentId', String(row.Id)),
  ],
};

/** What shows files on a record goes with the record; the files stay with their owner. */
export const fileLinksOf = (org: Org, recordId: string): Row[] =>
  org.store(org.type('ContentDocumentLink')).withValue('LinkedEntityId', recordId);
