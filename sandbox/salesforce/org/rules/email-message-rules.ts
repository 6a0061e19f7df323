import { refused } from '../../salesforce-error.ts';
import type { Row, Value } from '../../schema/index.ts';
import type { Org } from '../org.ts';
import { fileLinksOf } from './content-document-rules.ts';
import { makeLinked } from './make-linked.ts';
import type { ObjectRules, Saving } from './object-rules.ts';

const draft = '5';
const lists = { ToIds: 'ToAddress', CcIds: 'CcAddress', BccIds: 'BccAddress' } as const;

/** A mail that is no draft is history: only its external visibility (and custom fields) may still change. */
export const emailMessageRules: ObjectRules = {
  beforeSave({ org, next, prior, values }) {
    if (prior && prior.Status !== draft) {
      const closed = Object.keys(values).filter(
        (name) => name !== 'IsExternallyVisible' && !name.endsWith('__c') && values[name] !== (prior[name] ?? null),
      );
      if (closed.length > 0) {
        throw refused('INSUFFICIENT_ACCESS_OR_READONLY', "You can't edit an email message that isn't a draft.", closed);
      }
    }
    if (!prior && org.settings.enhancedEmail === false && !next.ParentId) {
      throw refused('REQUIRED_FIELD_MISSING', 'Required fields are missing: [ParentId]', ['ParentId']);
    }
    next.MessageSize = [next.TextBody, next.HtmlBody, next.Subject].reduce<number>((size, text) => size + String(text ?? '').length, 0);
  },
  afterSave(saving) {
    if (!saving.prior) relatePeople(saving);
  },
  goesWith(org, row) {
    return [...relationsOf(org, String(row.Id)), ...fileLinksOf(org, String(row.Id))];
  },
};

/** Salesforce itself makes a relation of everybody that the lists name. */
function relatePeople({ org, next, values, writer }: Saving): void {
  for (const [name, RelationType] of Object.entries(lists)) {
    const ids: Value | undefined = values[name];
    for (const RelationId of typeof ids === 'string' ? ids.split(';') : []) {
      if (!org.find(RelationId)) throw refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [name]);
      makeLinked(org, 'EmailMessageRelation', { EmailMessageId: String(next.Id), RelationId, RelationType }, writer);
    }
  }
}

export function relationsOf(org: Org, emailId: string): Row[] {
  return org.store(org.type('EmailMessageRelation')).withValue('EmailMessageId', emailId);
}
