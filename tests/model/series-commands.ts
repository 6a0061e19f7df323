import fc from 'fast-check';
import { days, outlookMeeting, outlookSeries, weekly } from '../scene/index.ts';
import { command, index, pick, who, word } from './command.ts';
import type { Real } from './real.ts';
import { seriesOf } from './series-of.ts';

/** Whole hours from a day ahead, so that a series can be moved by days. */
const startOf = (real: Real) => Math.ceil((real.now() + days) / 3_600_000) * 3_600_000;

const makes = fc.tuple(who, fc.integer({ min: 2, max: 5 })).map(([by, times]) =>
  command(`series.create(${by}, ${times} times)`, (real) => {
    const name = real.name();
    real.shared.add(name);
    real.person(by).mailbox.addEvent(outlookSeries(name, startOf(real), times));
  }),
);
const editsAll = fc.tuple(who, index, word).map(([by, at, text]) =>
  command(`series.editAll(${by}, ${at}, ${text})`, (real) => {
    const { mailbox } = real.person(by);
    const master = pick(seriesOf(mailbox), at);
    if (master) real.asPerson(() => mailbox.updateEvent(master.id, { location: { displayName: text } }));
  }),
);
/** One of its meetings, by a person's hand. */
const one = (real: Real, by: number, at: number, which: number) => {
  const { mailbox } = real.person(by);
  const master = pick(seriesOf(mailbox), at);
  return { mailbox, meeting: master && pick(master.meetings(real.now()), which) };
};
const editsOne = fc.tuple(who, index, index, word).map(([by, at, which, text]) =>
  command(`series.editOne(${by}, ${at}, ${which}, ${text})`, (real) => {
    const { mailbox, meeting } = one(real, by, at, which);
    if (meeting) real.asPerson(() => mailbox.updateEvent(meeting.id, { location: { displayName: text } }));
  }),
);
const cancelsOne = fc.tuple(who, index, index).map(([by, at, which]) =>
  command(`series.cancelOne(${by}, ${at}, ${which})`, (real) => {
    const { mailbox, meeting } = one(real, by, at, which);
    if (meeting) real.asPerson(() => mailbox.deleteEvent(meeting.id));
  }),
);
const splits = fc.tuple(who, index, index).map(([by, at, which]) =>
  command(`series.thisAndFollowing(${by}, ${at}, ${which})`, (real) => {
    const { mailbox } = real.person(by);
    const master = pick(seriesOf(mailbox), at);
    const meetings = master?.meetings(real.now()) ?? [];
    // The first and all following are the whole series.
    const meeting = pick(meetings.slice(1), which);
    if (!meeting) return;
    const name = real.name();
    real.shared.add(name);
    real.asPerson(() => void mailbox.splitSeries(meeting.id, { subject: name }));
  }),
);
const reschedules = fc.tuple(who, index, fc.integer({ min: 1, max: 3 })).map(([by, at, ahead]) =>
  command(`series.reschedule(${by}, ${at}, ${ahead} days)`, (real) => {
    const { mailbox } = real.person(by);
    const master = pick(seriesOf(mailbox), at);
    const from = startOf(real) + ahead * days;
    const { start, end } = outlookMeeting('', from);
    if (master) real.asPerson(() => mailbox.updateEvent(master.id, { start, end, recurrence: weekly(from, 3) }));
  }),
);

/** Series of Outlook: edit all, one, this and following, cancel one, reschedule. */
export const seriesCommands = [makes, editsAll, editsOne, cancelsOne, splits, reschedules];
