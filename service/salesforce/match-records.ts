import type { MatchQuery, RawItem } from '../../core/sync/index.ts';
import { accountsBeside } from './accounts/find-accounts.ts';
import type { Asking } from './ask-parts.ts';
import { askShown, usual } from './ask-shown.ts';
import { type LookedMails, takeLooked } from './email/look-for-mails.ts';
import { takesMails } from './email/takes-mails.ts';
import { shows } from './field-sights.ts';
import { type LookedLeads, leadsBeside } from './leads/find-leads.ts';
import { tryLook } from './look-first.ts';
import { salesforceObjects } from './objects.ts';
import { readQuery, selectList, toRawItem } from './records.ts';
import { keyField } from './salesforce-object.ts';
import { shownFields, sightOf } from './shown-fields.ts';
import { queriesOver } from './soql.ts';
import { nothingBeside, together } from './together.ts';

/** What one look-up has brought along for the next. */
interface Looked {
  mails?: LookedMails;
  leads?: LookedLeads;
}

/** Finds records by e-mail address (SOQL compares it without regard to case), by Message-ID or by our external id; deleted ones are not found. */
export async function matchRecords(
  asking: Asking,
  { object, by, values, accounts, leads }: MatchQuery,
  looked: Looked = {},
): Promise<RawItem[]> {
  const { sobject, emailField, messageField } = salesforceObjects[object];
  const field = by === 'email' ? emailField : by === 'message' ? (messageField ?? null) : keyField;
  if (field === null || values.length === 0) return [];
  if (object === 'email' && !(await takesMails(asking))) return [];
  const known = by === 'message' && looked.mails ? takeLooked(looked.mails, values) : null;
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
    object === 'contact'
      ? together([
          accounts ? accountsBeside(asking, accounts) : nothingBeside,
          leads && looked.leads ? leadsBeside(asking, leads, looked.leads) : nothingBeside,
          tryLook(asking),
        ])
      : undefined,
  );
  const items = parts.flatMap((part) => readQuery(part.body).records.map(toRawItem));
  return [...new Map(items.map((item) => [item.remoteId, item])).values()];
}
