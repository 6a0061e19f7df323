import fc from 'fast-check';
import { days, guest, minutes, outlookContact, outlookMeeting, salesforceContact, salesforceMeeting } from '../scene/index.ts';
import type { Real } from './model-world.ts';

/** What people, providers and time do to a mailbox. A command that finds nothing to act on does nothing. */
type Act = (real: Real) => Promise<void> | void;
interface Model {
  steps: number;
}
export type ModelCommand = fc.AsyncCommand<Model, Real>;

function command(text: string, act: Act): ModelCommand {
  return {
    check: () => true,
    async run(model, real) {
      model.steps += 1;
      await act(real);
      await real.always();
    },
    toString: () => text,
  };
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const index = fc.nat({ max: 7 });
const word = fc.constantFrom('Red', 'Blue', 'Gray', 'Teal');

/** Names are unique, so that every item is one thing; the doubles have a command of their own. */
const outlookMakes = fc.boolean().map((meeting) =>
  command(`outlook.create(${meeting ? 'event' : 'contact'})`, (real) => {
    const name = real.name();
    if (meeting) real.ann.mailbox.addEvent(outlookMeeting(name, real.now() + days));
    else real.ann.mailbox.addContact(outlookContact(name, 'Out'));
  }),
);
const salesforceMakes = fc.tuple(fc.boolean(), fc.boolean()).map(([meeting, late]) =>
  command(`salesforce.create(${meeting ? 'event' : 'contact'}${late ? ', late' : ''})`, (real) => {
    const name = real.name();
    const options = late ? { visibleAfter: 90_000 } : {};
    const body = meeting ? salesforceMeeting(name, real.now() + days) : salesforceContact(name, 'Force');
    real.org.insert(meeting ? 'Event' : 'Contact', body, real.ann.salesforceId, options as never);
  }),
);
const sameMade = word.map((title) =>
  command(`both.create(${title})`, (real) => {
    const name = real.name();
    real.ann.mailbox.addContact(outlookContact(name, 'Same', { jobTitle: title }));
    real.org.insert('Contact', salesforceContact(name, 'Same'), real.ann.salesforceId);
  }),
);
const outlookEdits = fc.tuple(index, word, fc.boolean()).map(([at, text, title]) =>
  command(`outlook.edit(${at}, ${text}, ${title})`, (real) => {
    const item = pick(real.ann.mailbox.contacts(), at);
    if (item) real.ann.mailbox.updateContact(String(item.id), title ? { jobTitle: text } : { department: text });
  }),
);
const outlookMoves = fc.tuple(index, fc.integer({ min: -30, max: 90 })).map(([at, ahead]) =>
  command(`outlook.moveEvent(${at}, ${ahead} days)`, (real) => {
    const item = pick(real.ann.mailbox.events(), at);
    const { start, end } = outlookMeeting('', real.now() + ahead * days);
    if (item) real.ann.mailbox.updateEvent(String(item.id), { start, end });
  }),
);
const flipsPrivate = fc.tuple(index, fc.boolean()).map(([at, hidden]) =>
  command(`outlook.private(${at}, ${hidden})`, (real) => {
    const item = pick(real.ann.mailbox.events(), at);
    if (item) real.ann.mailbox.updateEvent(String(item.id), { sensitivity: hidden ? 'private' : 'normal' });
  }),
);
const invites = index.map((at) =>
  command(`outlook.invite(${at})`, (real) => {
    const item = pick(real.ann.mailbox.events(), at);
    if (item) real.asPerson(() => real.ann.mailbox.updateEvent(String(item.id), { attendees: [guest('guest@elsewhere.example')] }));
  }),
);
const salesforceEdits = fc.tuple(index, word, fc.boolean()).map(([at, text, title]) =>
  command(`salesforce.edit(${at}, ${text}, ${title})`, (real) => {
    const row = pick(real.own('Contact'), at);
    if (row) real.org.update('Contact', String(row.Id), title ? { Title: text } : { Department: text }, real.ann.salesforceId);
  }),
);
const salesforceEventEdits = fc.tuple(index, word).map(([at, text]) =>
  command(`salesforce.editEvent(${at}, ${text})`, (real) => {
    const row = pick(real.own('Event'), at);
    if (row) real.org.update('Event', String(row.Id), { Location: text }, real.ann.salesforceId);
  }),
);
const outlookDeletes = fc.tuple(index, fc.boolean()).map(([at, meeting]) =>
  command(`outlook.delete(${at}, ${meeting ? 'event' : 'contact'})`, (real) => {
    const { mailbox } = real.ann;
    const item = pick<{ id: unknown }>(meeting ? mailbox.events() : mailbox.contacts(), at);
    if (item) real.asPerson(() => (meeting ? mailbox.deleteEvent(String(item.id)) : mailbox.deleteContact(String(item.id))));
  }),
);
const salesforceDeletes = fc.tuple(index, fc.boolean()).map(([at, meeting]) =>
  command(`salesforce.delete(${at}, ${meeting ? 'event' : 'contact'})`, (real) => {
    const sobject = meeting ? 'Event' : 'Contact';
    const row = pick(real.own(sobject), at);
    if (row) real.org.delete(sobject, String(row.Id), real.ann.salesforceId);
  }),
);
const replaced = index.map((at) =>
  command(`outlook.deleteAndMakeAgain(${at})`, (real) => {
    const item = pick(real.ann.mailbox.contacts(), at);
    if (!item) return;
    real.ann.mailbox.deleteContact(String(item.id));
    real.ann.mailbox.addContact(outlookContact(String(item.givenName), String(item.surname)));
  }),
);
const faults = fc
  .tuple(
    fc.constantFrom(
      'graph.batch',
      'graph.contacts.delta',
      'graph.contacts.create',
      'graph.contacts.update',
      'salesforce.composite',
      'salesforce.collections.upsert',
      'salesforce.query',
    ),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom('429', '500', '503', '410', 'lost-answer', 'timeout', 'empty-list'),
  )
  .map(([at, nth, kind]) => command(`fault(${at}, ${nth}, ${kind})`, (real) => real.fault({ at, nth, do: kind })));
const advances = fc
  .constantFrom(1, 31, 24 * 60, 8 * 24 * 60)
  .map((by) => command(`advance(${by} min)`, (real) => real.scene.advance(by * minutes)));
const syncs = fc.constant(command('sync', (real) => real.sync()));
const races = fc.constant(command('twoWorkers', (real) => real.race()));
const kills = fc.integer({ min: 1, max: 40 }).map((at) => command(`killAt(${at})`, (real) => real.kill(at)));

export const modelCommands = [
  outlookMakes,
  salesforceMakes,
  sameMade,
  outlookEdits,
  outlookMoves,
  flipsPrivate,
  invites,
  salesforceEdits,
  salesforceEventEdits,
  outlookDeletes,
  salesforceDeletes,
  replaced,
  faults,
  advances,
  syncs,
  races,
  kills,
];
