import type { MatchQuery, RawItem } from '../../core/sync/index.ts';
import { accountsBeside } from './accounts/find-accounts.ts';
import type { Asking, Beside } from './ask-parts.ts';
import { askShown, usual } from './ask-shown.ts';
import { type LookedMails, takeLooked } from './email/look-for-mails.ts';
import { takesMails } from './email/takes-mails.ts';
import { shows } from './field-sights.ts';
import { tryLook } from './look-first.ts';
import { salesforceObjects } from './objects.ts';
import { readQuery, selectList, toRawItem } from './records.ts';
import { keyField } from './salesforce-object.ts';
import { shownFields, sightOf } from './shown-fields.ts';
import { queriesOver } from './soql.ts';

/** Finds records by e-mail address (SOQL compares it without regard to case), by Message-ID or by our external id; deleted ones are not found. */
export async function matchRecords(asking: Asking, { object, by, values, accounts }: MatchQuery, looked?: LookedMails): Promise<RawItem[]> {
  const { sobject, emailField, messageField } = salesforceObjects[object];
  const field = by === 'email' ? emailField : by === 'message' ? (messageField ?? null) : keyField;
  if (field === null || values.length === 0) return [];
  if (object === 'email' && !(await takesMails(asking))) return [];
  const known = by === 'message' && looked ? takeLooked(looked, values) : null;
  if (known) return known;
  const { parts } = await askShown(
    asking,
    usual([object]),
    () => {
      const sight = sightOf(asking, sobject);
      // Nothing is found by a field that this user does not see.
      if (sight && !shows(sight, field)) return [];
      const select = selectList([...shownFields(asking, object), field]);
      return queriesOver([...new Set(values)], (list) => `SELECT ${select} FROM ${sobject} WHERE ${field} IN (${list})`, false);
    },
    object === 'contact' ? together([accounts ? accountsBeside(asking, accounts) : () => null, tryLook(asking)]) : undefined,
  );
  const items = parts.flatMap((part) => readQuery(part.body).records.map(toRawItem));
  return [...new Map(items.map((item) => [item.remoteId, item])).values()];
}

type Along = (queries: number) => Beside | null;

/** One behind the other, each told what the request holds before it. */
function together(several: readonly Along[]): Along {
  return (queries) => {
    const all: Beside[] = [];
    for (const along of several) all.push(along(queries + countOf(all)) ?? { requests: [], read: () => undefined });
    if (countOf(all) === 0) return null;
    const read: Beside['read'] = (parts) => {
      let start = 0;
      for (const { requests, read: readOwn } of all) {
        if (requests.length > 0) readOwn(parts.slice(start, start + requests.length));
        start += requests.length;
      }
    };
    return { requests: all.flatMap(({ requests }) => requests), read };
  };
}

const countOf = (all: readonly Beside[]): number => all.reduce((sum, { requests }) => sum + requests.length, 0);
