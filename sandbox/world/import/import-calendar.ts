import ICAL from 'ical.js';
import type { Mailbox, PersonItem } from '../../graph/index.ts';
import { countOne, type Refused, reasonOf } from './import-report.ts';
import type { Importing } from './importing.ts';
import type { ExportFile } from './list-exports.ts';
import { type ReadEvent, readEvent } from './read-event.ts';
import { type CalendarBlock, splitCalendar } from './split-calendar.ts';

interface Found extends ReadEvent {
  line: number;
}
const quiet = new Set(['VTIMEZONE', 'VEVENT']);

/** One .ics file: first what stands alone and the series, then the occurrences that a series changes or leaves out. */
export function importCalendar(run: Importing, file: ExportFile, text: string): void {
  const { report } = run;
  const { blocks, method, problem } = splitCalendar(text);
  if (problem !== undefined) report.refused.push({ file: file.path, line: 1, reason: problem });
  if (method === 'CANCEL' || method === 'REPLY') {
    report.refused.push({ file: file.path, line: 1, reason: `a ${method} message is about a meeting, it is none` });
    return;
  }
  for (const block of blocks) {
    if (!quiet.has(block.name))
      report.refused.push({
        file: file.path,
        line: block.line,
        item: block.name,
        reason: `${block.name} has no place in a calendar folder of Outlook`,
      });
  }
  readZones(blocks);
  const found = blocks.filter((block) => block.name === 'VEVENT').flatMap((block) => read(run, file, block));
  const mailbox = run.emulators.graph.mailbox(run.ownerOf(file.path));
  if (!mailbox) return;
  const masters = new Map<string, string>();
  for (const one of found) if (one.replaces === undefined) addEvent(run, file, mailbox, one, masters);
  for (const one of found) if (one.replaces !== undefined) changeOccurrence(run, file, mailbox, one, masters);
}

/** The zones that the file defines itself; known to ical.js while this file is read. */
function readZones(blocks: CalendarBlock[]): void {
  ICAL.TimezoneService.reset();
  for (const block of blocks) {
    if (block.name !== 'VTIMEZONE' || block.problem !== undefined) continue;
    try {
      ICAL.TimezoneService.register(new ICAL.Component(ICAL.parse(block.text)));
    } catch {
      // events that use it are read by the zone's name
    }
  }
}

/** Many programs write a date without saying VALUE=DATE; Outlook reads it all the same. */
function mendDates(text: string): string {
  return text.replace(/^(DTSTART|DTEND|RECURRENCE-ID|EXDATE)(?:;TZID=[^:;]*)?:(\d{8})(?=\r|$)/gim, '$1;VALUE=DATE:$2');
}

function read({ report }: Importing, file: ExportFile, block: CalendarBlock): Found[] {
  const summary = /^SUMMARY[^:]*:(.*)$/im.exec(block.text)?.[1]?.trim();
  const at: Refused = { file: file.path, line: block.line, reason: '', ...(summary ? { item: summary } : {}) };
  try {
    if (block.problem !== undefined) throw new Error(block.problem);
    if (/^STATUS:\s*CANCELLED/im.test(block.text)) throw new Error('the event is cancelled');
    const event = readEvent(new ICAL.Component(ICAL.parse(mendDates(block.text))));
    for (const part of event.left) report.partly.push({ ...at, reason: part });
    return [{ ...event, line: block.line }];
  } catch (failure) {
    report.refused.push({ ...at, reason: reasonOf(failure) });
    return [];
  }
}

function placeOf(file: ExportFile, one: Found): Refused {
  return { file: file.path, line: one.line, item: String(one.body.subject) || one.uid, reason: '' };
}

function addEvent(run: Importing, file: ExportFile, mailbox: Mailbox, one: Found, masters: Map<string, string>): void {
  const at = placeOf(file, one);
  const owner = run.ownerOf(file.path);
  const before = one.uid === '' ? undefined : run.meetings.get(one.uid);
  if (before) {
    run.report.refused.push({ ...at, reason: `the same event (UID ${one.uid}) came in from ${before.file}` });
    return;
  }
  try {
    const added = mailbox.addEvent(one.body);
    if (one.uid !== '') run.meetings.set(one.uid, { file: `${file.path}:${one.line}`, owner });
    masters.set(one.uid, added.id);
    leaveOut(run, mailbox, added.id, one, at);
    if (one.excluded.length > 0 && !takesPlace(mailbox, added.id, one.body))
      throw new Error('EXDATE leaves out every occurrence: nothing of it takes place');
    countOne(run.report.imported, one.body.recurrence ? 'series' : 'events');
  } catch (failure) {
    run.report.refused.push({ ...at, reason: reasonOf(failure) });
  }
}

function changeOccurrence(run: Importing, file: ExportFile, mailbox: Mailbox, one: Found, masters: Map<string, string>): void {
  const at = placeOf(file, one);
  const master = masters.get(one.uid);
  try {
    if (master === undefined) throw new Error('it changes an occurrence of a series that did not come in');
    const occurrence = occurrenceAt(mailbox, master, one.replaces ?? '');
    if (occurrence === undefined) throw new Error(`it changes the occurrence at ${one.replaces} UTC, which the series does not have`);
    const { recurrence: _recurrence, attendees: _attendees, isAllDay: _isAllDay, ...patch } = one.body;
    mailbox.updateEvent(occurrence, patch);
    countOne(run.report.imported, 'changed occurrences');
  } catch (failure) {
    run.report.refused.push({ ...at, reason: reasonOf(failure) });
  }
}

/** Occurrences that do not take place (EXDATE). The series is in already: what fails here is only not whole. */
function leaveOut(run: Importing, mailbox: Mailbox, series: string, one: Found, at: Refused): void {
  for (const excluded of one.excluded) {
    try {
      const occurrence = occurrenceAt(mailbox, series, excluded);
      if (occurrence === undefined) throw new Error(`EXDATE ${excluded} is no occurrence of the series`);
      mailbox.deleteEvent(occurrence);
    } catch (failure) {
      run.report.partly.push({ ...at, reason: reasonOf(failure) });
    }
  }
}

/** A series that lost its last occurrence is gone, as in Outlook: no calendar shows it. Only one that ends can have lost all. */
function takesPlace(mailbox: Mailbox, id: string, { recurrence }: Found['body']): boolean {
  const { range } = (recurrence ?? {}) as { range?: { type: string; startDate: string; endDate: string } };
  const at = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 19);
  const [from, to] =
    range?.type === 'endDate' ? [at(range.startDate, -2), at(range.endDate, 3)] : ['2000-01-01T00:00:00', '2000-01-02T00:00:00'];
  try {
    if (mailbox.instances(id, from, to).length > 0 || range?.type !== 'endDate') return true;
    mailbox.deleteEvent(id);
    return false;
  } catch {
    return false; // the mailbox removed it with its last occurrence
  }
}

const day = 86_400_000;

/** The occurrence that starts at this moment (UTC); a bare date means the one of that day. */
function occurrenceAt(mailbox: Mailbox, series: string, start: string): string | undefined {
  const middle = Date.parse(`${start.slice(0, 10)}T00:00:00Z`);
  const at = (time: number) => new Date(time).toISOString().slice(0, 19);
  const around = mailbox.instances(series, at(middle - day), at(middle + 2 * day));
  const startOf = (one: PersonItem) => String((one.start as { dateTime: string }).dateTime).slice(0, 19);
  const found =
    around.find((one) => startOf(one) === start) ??
    (start.length === 10 ? around.find((one) => startOf(one).startsWith(start)) : undefined);
  return found?.id;
}
