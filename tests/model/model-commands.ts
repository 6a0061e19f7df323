import fc from 'fast-check';
import { days, guest, minutes, outlookMeeting } from '../scene/index.ts';
import { command, index, pick, who, word } from './command.ts';
import { mailCommands } from './mail-commands.ts';
import { placeCommands } from './place-commands.ts';
import { type PlayedKind, playedKinds } from './played-kinds.ts';
import { recordCommands } from './record-commands.ts';
import { seriesCommands } from './series-commands.ts';
import { steerCommands } from './steer-commands.ts';

const kind = fc.constantFrom(...playedKinds);
const event = playedKinds.find((one) => one.object === 'event') as PlayedKind;
const contact = playedKinds.find((one) => one.object === 'contact') as PlayedKind;

/** Names are unique, so that every item is one thing; the doubles have a command of their own. */
const outlookMakes = fc.tuple(who, kind).map(([by, what]) =>
  command(`outlook.create(${by}, ${what.object})`, (real) => {
    const name = real.name();
    what.add(real.person(by).mailbox, name, real.now());
    real.book(by).made(name, 'outlook', real.now());
  }),
);
const salesforceMakes = fc.tuple(who, kind, fc.boolean()).map(([by, what, late]) =>
  command(`salesforce.create(${by}, ${what.object}${late ? ', late' : ''})`, (real) => {
    const name = real.name();
    const options = late ? { visibleAfter: 90_000 } : {};
    real.scene.salesforce.org.insert(what.sobject, what.record(name, real.now()), real.person(by).salesforceId, options);
    real.book(by).made(name, 'salesforce', real.now() + (late ? 90_000 : 0));
  }),
);
const sameMade = fc.tuple(who, word).map(([by, title]) =>
  command(`both.create(${by}, ${title})`, (real) => {
    const name = real.name();
    const person = real.person(by);
    const item = contact.add(person.mailbox, name, real.now());
    contact.edit(person.mailbox, item.id, contact.fields[0].outlook(title));
    real.scene.salesforce.org.insert('Contact', contact.record(name, real.now()), person.salesforceId);
    for (const side of ['outlook', 'salesforce'] as const) real.book(by).made(name, side, real.now());
    real.book(by).edited(name, 'outlook', contact.fields[0].name, title, real.now());
  }),
);
const outlookEdits = fc.tuple(who, kind, index, word, fc.nat({ max: 1 })).map(([by, what, at, text, which]) =>
  command(`outlook.edit(${by}, ${what.object} ${at}, ${text}, ${which})`, (real) => {
    const { mailbox } = real.person(by);
    const item = pick(what.items(mailbox), at);
    const field = what.fields[which] ?? what.fields[0];
    if (!item || field.read(item) === text) return;
    real.asPerson(() => what.edit(mailbox, item.id, field.outlook(text)));
    real.book(by).edited(what.nameOf(item), 'outlook', field.name, text, real.now());
  }),
);
const salesforceEdits = fc.tuple(who, kind, index, word, fc.nat({ max: 1 })).map(([by, what, at, text, which]) =>
  command(`salesforce.edit(${by}, ${what.object} ${at}, ${text}, ${which})`, (real) => {
    const person = real.person(by);
    const row = pick(real.records(person, what), at);
    const field = what.fields[which] ?? what.fields[0];
    if (!row || row[field.salesforce] === text) return;
    real.scene.salesforce.org.update(what.sobject, String(row.Id), { [field.salesforce]: text }, person.salesforceId);
    real.book(by).edited(what.nameOfRecord(row), 'salesforce', field.name, text, real.now());
  }),
);
const outlookMoves = fc.tuple(who, index, fc.integer({ min: -30, max: 90 })).map(([by, at, ahead]) =>
  command(`outlook.moveEvent(${by}, ${at}, ${ahead} days)`, (real) => {
    const { mailbox } = real.person(by);
    const item = pick(event.items(mailbox), at);
    const { start, end } = outlookMeeting('', real.now() + ahead * days);
    // Outlook lets nobody move a series past its own end; series that were cut have one.
    const { range } = (item?.recurrence ?? {}) as { range?: { type: string } };
    if (range?.type === 'endDate') return;
    if (item) real.asPerson(() => event.edit(mailbox, item.id, { start, end }));
  }),
);
const flipsPrivate = fc.tuple(who, index, fc.boolean()).map(([by, at, hidden]) =>
  command(`outlook.private(${by}, ${at}, ${hidden})`, (real) => {
    const { mailbox } = real.person(by);
    const item = pick(event.items(mailbox), at);
    if (item) real.asPerson(() => event.edit(mailbox, item.id, { sensitivity: hidden ? 'private' : 'normal' }));
  }),
);
const invites = fc.tuple(who, index, fc.boolean()).map(([by, at, colleague]) =>
  command(`outlook.invite(${by}, ${at}${colleague ? ', a colleague' : ''})`, (real) => {
    const { mailbox } = real.person(by);
    const item = pick(event.items(mailbox), at);
    const whom = colleague ? real.person(by + 1).address : 'guest@elsewhere.example';
    if (!item) return;
    if (colleague) real.shared.add(event.nameOf(item));
    real.asPerson(() => event.edit(mailbox, item.id, { attendees: [guest(whom)] }));
  }),
);
const outlookDeletes = fc.tuple(who, kind, index).map(([by, what, at]) =>
  command(`outlook.delete(${by}, ${what.object} ${at})`, (real) => {
    const { mailbox } = real.person(by);
    const item = pick(what.items(mailbox), at);
    if (!item) return;
    real.asPerson(() => what.remove(mailbox, item.id));
    real.book(by).deleted(what.nameOf(item), 'outlook', real.now());
  }),
);
const salesforceDeletes = fc.tuple(who, kind, index).map(([by, what, at]) =>
  command(`salesforce.delete(${by}, ${what.object} ${at})`, (real) => {
    const person = real.person(by);
    const row = pick(real.records(person, what), at);
    if (!row) return;
    real.scene.salesforce.org.delete(what.sobject, String(row.Id), person.salesforceId);
    real.book(by).deleted(what.nameOfRecord(row), 'salesforce', real.now());
  }),
);
const remade = fc.tuple(who, index).map(([by, at]) =>
  command(`outlook.deleteAndMakeAgain(${by}, ${at})`, (real) => {
    const { mailbox } = real.person(by);
    const item = pick(contact.items(mailbox), at);
    if (!item) return;
    const name = contact.nameOf(item);
    contact.remove(mailbox, item.id);
    real.book(by).deleted(name, 'outlook', real.now());
    contact.add(mailbox, name, real.now());
    real.book(by).made(name, 'outlook', real.now());
  }),
);
const graphOperations = [
  ...['graph.batch', 'graph.contacts.delta', 'graph.contacts.create', 'graph.contacts.update', 'graph.contacts.delete'],
  ...['graph.calendarView.delta', 'graph.events.create', 'graph.events.update', 'graph.todoTasks.delta', 'graph.todoTasks.create'],
];
const salesforceOperations = [
  'salesforce.composite',
  'salesforce.collections.upsert',
  'salesforce.collections.update',
  'salesforce.query',
  'salesforce.queryAll',
];
/** Not `timeout`: it keeps a request for as long as a client's real patience lasts; `lost-answer` leaves the same traces at once. */
const faults = fc
  .tuple(
    fc.constantFrom(...graphOperations, ...salesforceOperations),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom('429', '500', '503', '410', 'lost-answer', 'empty-list', 'half-list', 'html', 'repeated-page', 'row-lock'),
    fc.boolean(),
  )
  .map(([at, nth, kindOf, first]) =>
    command(`fault(${at}, ${nth}, ${kindOf}${first ? ', of the first alone' : ''})`, (real) =>
      real.fault({ at, nth, do: kindOf, ...(first ? { user: real.person(0).address } : {}) }),
    ),
  );
const tokens = fc.constant(command('salesforce.tokensExpire', (real) => void real.scene.salesforce.control.expireTokens()));
const advances = fc
  .constantFrom(1, 31, 31, 24 * 60, 8 * 24 * 60, 70 * 24 * 60)
  .map((by) => command(`advance(${by} min)`, (real) => real.scene.advance(by * minutes)));
const syncs = who.map((by) => command(`sync(${by})`, (real) => real.sync(real.person(by))));
const races = who.map((by) => command(`twoWorkers(${by})`, (real) => real.race(real.person(by))));
const kills = fc
  .tuple(who, fc.integer({ min: 1, max: 60 }))
  .map(([by, at]) => command(`kill(${by}, ${at})`, (real) => real.kill(real.person(by), at)));
const pauses = fc
  .tuple(who, fc.boolean())
  .map(([by, off]) => command(`${off ? 'pause' : 'resume'}(${by})`, (real) => real.pause(real.person(by), off)));
const revokes = fc
  .tuple(who, fc.boolean())
  .map(([by, off]) => command(`salesforce.${off ? 'deactivate' : 'activate'}(${by})`, (real) => real.signIn(real.person(by), !off)));
const windows = fc.constantFrom(20, 60, 90).map((ahead) => command(`window(${ahead} days ahead)`, (real) => real.window(ahead)));
const answers = fc.constantFrom('allow', 'refuse', 'retry').map((how) => command(`answer(${how})`, (real) => real.answer(how)));

export const modelCommands = [
  ...[outlookMakes, outlookMakes, salesforceMakes, salesforceMakes, sameMade, outlookEdits, outlookEdits, salesforceEdits, salesforceEdits],
  ...[outlookMoves, flipsPrivate, invites, outlookDeletes, salesforceDeletes, remade, faults, faults, tokens, advances],
  ...[syncs, syncs, syncs, races, kills, pauses, answers, revokes, windows],
  ...mailCommands,
  ...seriesCommands,
  ...recordCommands,
  ...steerCommands,
  ...placeCommands,
];
