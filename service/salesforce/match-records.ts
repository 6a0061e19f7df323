import type { MatchQuery, RawItem } from '../../core/sync/index.ts';
import type { Asking } from './ask-parts.ts';
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
export async function matchRecords(asking: Asking, { object, by, values }: MatchQuery, looked?: LookedMails): Promise<RawItem[]> {
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
    object === 'contact' ? tryLook(asking) : undefined,
  );
  const items = parts.flatMap((part) => readQuery(part.body).records.map(toRawItem));
  return [...new Map(items.map((item) => [item.remoteId, item])).values()];
}
