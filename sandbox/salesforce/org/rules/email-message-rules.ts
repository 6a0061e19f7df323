import { refused } from '../../salesforce-error.ts';
import type { ObjectRules } from './object-rules.ts';

const draft = '5';

/** A mail that is no draft is history: only its external visibility (and custom fields) may still change. */
export const emailMessageRules: ObjectRules = {
  beforeSave({ next, prior, values }) {
    if (prior && prior.Status !== draft) {
      const closed = Object.keys(values).filter(
        (name) => name !== 'IsExternallyVisible' && !name.endsWith('__c') && values[name] !== (prior[name] ?? null),
      );
      if (closed.length > 0) {
        throw refused('INSUFFICIENT_ACCESS_OR_READONLY', "You can't edit an email message that isn't a draft.", closed);
      }
    }
    next.MessageSize = [next.TextBody, next.HtmlBody, next.Subject].reduce<number>((size, text) => size + String(text ?? '').length, 0);
  },
};
