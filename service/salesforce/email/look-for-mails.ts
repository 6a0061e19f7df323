import type { RawItem } from '../../../core/sync/index.ts';
import type { Asking, Beside } from '../ask-parts.ts';
import { mostParts } from '../composite.ts';
import { salesforceObjects } from '../objects.ts';
import { readQuery, selectList, toRawItem } from '../records.ts';
import type { SalesforceRequest } from '../salesforce-client.ts';
import { shownFields } from '../shown-fields.ts';
import { queriesOver } from '../soql.ts';
import { mailBasics, noteTaken } from './takes-mails.ts';

/** What stands in Salesforce under a Message-ID, as looked up a moment ago. */
export type LookedMails = Map<string, RawItem[]>;

/**
 * Whether mails can be made, and which of these are there: what is asked next of mails whose people are being looked for goes along with that,
 * where it has room. What is refused here is asked again by whoever needs it.
 */
export function lookForMails(asking: Asking, looked: LookedMails, messages: readonly string[]): (queries: number) => Beside | null {
  const { sobject, messageField = '' } = salesforceObjects.email;
  const select = selectList([...shownFields(asking, 'email'), messageField]);
  const paths = queriesOver(messages, (list) => `SELECT ${select} FROM ${sobject} WHERE ${messageField} IN (${list})`, false);
  let gone = false;
  return (queries) => {
    if (gone || paths.length === 0 || queries + paths.length > mostParts) return null;
    gone = true;
    const requests = [mailBasics, ...paths.map((path): SalesforceRequest => ({ method: 'GET', path }))];
    return {
      requests,
      read([basics, ...parts]) {
        if (!basics || !noteTaken(asking, basics) || parts.some(({ status }) => status >= 300)) return;
        const items = parts.flatMap(({ body }) => readQuery(body).records).map((record) => ({ record, item: toRawItem(record) }));
        for (const message of messages) {
          const same = items.filter(({ record }) => record[messageField] === message);
          looked.set(
            message,
            same.map(({ item }) => item),
          );
        }
      },
    };
  };
}

/** All of these, once; null where one was not looked up. */
export function takeLooked(looked: LookedMails, messages: readonly string[]): RawItem[] | null {
  if (!messages.every((message) => looked.has(message))) return null;
  const found = messages.flatMap((message) => looked.get(message) ?? []);
  for (const message of messages) looked.delete(message);
  return found;
}
