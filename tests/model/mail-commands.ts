import fc from 'fast-check';
import { outlookMail } from '../scene/index.ts';
import { command, index, pick, who } from './command.ts';
import { messageIdOf, places } from './mail-book.ts';
import type { Real } from './real.ts';

const marks = fc.boolean();
const category = ['Salesforce'];

/** A mail arrives in one mailbox, or the same in both. */
function receive(real: Real, people: readonly number[], marked: boolean): void {
  if (!real.mails) return;
  // What came before synchronization began stays.
  real.scene.advance(60_000);
  const at = new Date(real.now()).toISOString();
  const body = outlookMail(real.name(), 'kim@guest.example', { receivedDateTime: at, sentDateTime: at });
  real.mails.received(String(body.internetMessageId), marked);
  const boxes = new Set(people.map((by) => real.person(by).mailbox));
  for (const mailbox of boxes) mailbox.addMessage({ ...body, ...(marked ? { categories: category } : {}) });
}
const copyOf = (real: Real, by: number, at: number) => pick(real.mails?.copies(real.person(by)) ?? [], at);

const receives = fc
  .tuple(who, marks)
  .map(([by, marked]) => command(`mail.receive(${by}${marked ? ', marked' : ''})`, (real) => receive(real, [by], marked)));
const receivesBoth = marks.map((marked) => command(`mail.receiveBoth(${marked ? 'marked' : ''})`, (real) => receive(real, [0, 1], marked)));
const marksOne = fc.tuple(who, index, marks).map(([by, at, on]) =>
  command(`mail.${on ? 'mark' : 'unmark'}(${by}, ${at})`, (real) => {
    const copy = copyOf(real, by, at);
    if (!copy) return;
    real.person(by).mailbox.updateMessage(copy.item.id, { categories: on ? category : [] });
    if (on) real.mails?.asked(messageIdOf(copy.item));
  }),
);
const files = fc.tuple(who, index, fc.constantFrom(...places, 'own', 'own')).map(([by, at, where]) =>
  command(`mail.file(${by}, ${at}, ${where})`, (real) => {
    const copy = copyOf(real, by, at);
    const person = real.person(by);
    if (!copy || !real.mails) return;
    real.mails.moved(messageIdOf(copy.item));
    person.mailbox.moveMessage(copy.item.id, where === 'own' ? real.mails.folderOf(person) : where);
    if (where === 'own') real.mails.asked(messageIdOf(copy.item));
  }),
);
const saves = fc.tuple(who, index).map(([by, at]) =>
  command(`mail.save(${by}, ${at})`, async (real) => {
    const copy = copyOf(real, by, at);
    if (!copy || !real.mails) return;
    real.mails.asked(messageIdOf(copy.item));
    real.mails.saved.add(copy.item.id);
    await real.save(real.person(by), copy.item.id);
  }),
);
const removes = fc.tuple(who, index).map(([by, at]) =>
  command(`mail.delete(${by}, ${at})`, (real) => {
    const copy = copyOf(real, by, at);
    if (copy) real.person(by).mailbox.deleteMessage(copy.item.id);
  }),
);
const unwanted = fc.tuple(who, index).map(([by, at]) =>
  command(`mail.deleteRecord(${by}, ${at})`, (real) => {
    const person = real.person(by);
    const own = real.scene.records('EmailMessage').filter((row) => row.CreatedById === person.salesforceId);
    const row = pick(own, at);
    const mail = real.mails?.mails.get(String(row?.MessageIdentifier));
    if (!row || !mail) return;
    real.scene.salesforce.org.delete('EmailMessage', String(row.Id), person.salesforceId);
    mail.unwanted = true;
  }),
);

/** Mails: received by one or by both, marked by category or folder, saved by hand, thrown away, and their records deleted. */
export const mailCommands = [receives, receivesBoth, marksOne, files, saves, removes, unwanted];
