import { refused } from '../../salesforce-error.ts';
import { relationsOf } from './email-message-rules.ts';
import type { ObjectRules } from './object-rules.ts';

/** One person stands once in each role of a mail. */
export const emailMessageRelationRules: ObjectRules = {
  beforeSave({ org, next, prior }) {
    if (prior) return;
    const there = relationsOf(org, String(next.EmailMessageId ?? ''));
    if (there.some((row) => row.RelationId === next.RelationId && row.RelationType === next.RelationType && row.IsDeleted !== true))
      throw refused('DUPLICATE_VALUE', 'duplicate value found: this person has that role on the email already', ['RelationId']);
  },
};
