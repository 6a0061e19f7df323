import { days, type ScenePerson } from '../scene/index.ts';
import type { Excuses } from './excuses.ts';
import { type Copy, type KnownMail, type MailBook, messageIdOf } from './mail-book.ts';
import type { Real } from './real.ts';

/** Of mails, when all is quiet: one record each for those that somebody asked for, none for the others. */
export function checkMails(real: Real, people: readonly ScenePerson[], excused: Excuses): string[] {
  const { mails } = real;
  if (!mails) return [];
  const records = Map.groupBy(real.scene.records('EmailMessage'), (row) => String(row.MessageIdentifier));
  const foreign = [...records.keys()].filter((id) => !mails.mails.has(id));
  return [
    ...foreign.map((id) => `I5: EmailMessage ${id} is of a mail that nobody got`),
    ...[...mails.mails.values()].flatMap((mail) =>
      ofMail(mail, records.get(mail.id)?.length ?? 0, wanted(mails, mail, people, excused, real.now())),
    ),
  ];
}

function ofMail({ id, asked, unwanted }: KnownMail, count: number, isWanted: boolean): string[] {
  if (count > 1) return [`I3: mail ${id} stands ${count} times in Salesforce`];
  if (count === 1 && !asked) return [`I7: nobody asked for mail ${id}, and it is in Salesforce`];
  return count === 0 && isWanted && !unwanted ? [`I1: mail ${id} is marked, and not in Salesforce`] : [];
}

/** Somebody wants it now, and no rule says of that copy why not. */
function wanted(book: MailBook, { id }: KnownMail, people: readonly ScenePerson[], excused: Excuses, now: number): boolean {
  return people.some((person) =>
    book
      .copies(person)
      .some((copy) => copy.marked && messageIdOf(copy.item) === id && !excused.has(copy.item.id, 'not-triggered') && isNear(copy, now)),
  );
}

/** A listing of mails reaches two weeks back, a day less for sure; what nobody has listed until then is not found any more. */
const isNear = ({ item }: Copy, now: number): boolean => Date.parse(String(item.receivedDateTime)) > now - 13 * days;
