import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../model/index.ts';
import type { MapContext } from '../object-map.ts';
import { someZone } from '../testing/holdable-event.ts';
import { mailbox } from '../testing/mailbox.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';
import { cutMark } from '../words/cut-text.ts';
import { ianaZone, wallToInstant } from '../zones/index.ts';
import { taskMap } from './index.ts';
import { taskStatuses } from './status.ts';

const all = taskMap.fields.map(({ name }) => name);
const fields: fc.Arbitrary<Fields> = fc.record({
  subject: fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => cleanLine(`a${text}`)),
  description: fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => cleanText(text.replaceAll('x', '\n'))),
  due: fc.option(
    fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)),
  ),
  status: fc.constantFrom(...taskStatuses),
  priority: fc.constantFrom('low', 'normal', 'high'),
});

function ofOutlook(body: Record<string, unknown>, over: Partial<MapContext> = {}) {
  const reading = taskMap.fromOutlook({ id: 'T1', ...body }, { ...mailbox, ...over });
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading;
}
function ofSalesforce(body: Record<string, unknown>) {
  const reading = taskMap.fromSalesforce({ Id: '00T000000000001AAA', ...body }, mailbox);
  if (!reading.ok) throw new Error(reading.problem.message);
  return reading;
}
/** A due time as Graph answers it: in UTC, whatever zone it was written in. */
function asAnswered(body: Record<string, unknown>): Record<string, unknown> {
  const time = body.dueDateTime as { dateTime: string; timeZone: string } | null;
  if (!time) return body;
  const instant = wallToInstant(time.dateTime, ianaZone(time.timeZone) ?? 'UTC') ?? '';
  return { ...body, dueDateTime: { dateTime: `${instant.slice(0, 23)}0000`, timeZone: 'UTC' } };
}

describe('there and back', () => {
  it('is the same task through Salesforce', () => {
    fc.assert(
      fc.property(fields, (whole) => {
        expect(ofSalesforce(taskMap.toSalesforce(all, whole, mailbox)).fields).toEqual(whole);
      }),
    );
  });

  it('is the same task through To Do, in every zone', () => {
    fc.assert(
      fc.property(fields, someZone, (whole, zone) => {
        const body = taskMap.toOutlook(all, whole, { ...mailbox, zone });
        expect(ofOutlook(body, { zone }).fields).toEqual(whole);
        expect(ofOutlook(asAnswered(body), { zone }).fields).toEqual(whole);
      }),
    );
  });

  it('never throws, whatever either side sends', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (due, raw) => {
        taskMap.fromOutlook({ id: 'T1', dueDateTime: { dateTime: due } }, mailbox);
        taskMap.fromOutlook(raw, mailbox);
        taskMap.fromSalesforce(raw, mailbox);
      }),
    );
  });
});

describe('due days', () => {
  it.each([
    ['midnight UTC of another client', '2026-11-25T00:00:00.0000000', 'America/New_York', '2026-11-25'],
    ['midnight of the person, west', '2026-11-25T05:00:00.0000000', 'America/New_York', '2026-11-25'],
    ['midnight of the person, east', '2026-11-24T10:00:00.0000000', 'Pacific/Kiritimati', '2026-11-25'],
    ['midnight by last summer’s clock', '2026-11-24T22:00:00.0000000', 'Europe/Berlin', '2026-11-25'],
    ['an afternoon', '2026-11-25T15:30:00.0000000', 'Europe/Berlin', '2026-11-25'],
    ['a late evening that is tomorrow there', '2026-11-25T16:00:00.0000000', 'Asia/Kolkata', '2026-11-25'],
  ])('%s', (_name, dateTime, zone, day) => {
    expect(ofOutlook({ dueDateTime: { dateTime, timeZone: 'UTC' } }, { zone }).fields.due).toBe(day);
  });

  it('say which field it is when it is no time', () => {
    const reading = taskMap.fromOutlook({ id: 'T1', dueDateTime: { dateTime: 'soon', timeZone: 'UTC' } }, mailbox);
    expect(reading).toMatchObject({ ok: false, problem: { reason: 'unreadable', field: 'dueDateTime' } });
  });
});

describe('status', () => {
  it.each([
    ['Not Started', false, 'notStarted'],
    ['completed', true, 'completed'],
    ['Abgeschlossen', true, 'completed'],
    ['In Arbeit', false, 'inProgress'],
    ['Completed', false, 'inProgress'],
    ['Deferred', true, 'completed'],
    [null, undefined, 'inProgress'],
  ])('%s, closed %s, reads as %s', (Status, IsClosed, state) => {
    expect(ofSalesforce({ Status, IsClosed }).fields.status).toBe(state);
  });

  it('is written in the org’s own words', () => {
    const taskStatuses = [
      { name: 'Offen', closed: false },
      { name: 'Erledigt', closed: true },
      { name: 'Deferred', closed: false },
    ];
    const written = (status: string) => taskMap.toSalesforce(['status'], { status }, { ...mailbox, taskStatuses }).Status;
    expect(['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'].map(written)).toEqual([
      ...['Offen', 'Offen', 'Erledigt', 'Offen', 'Deferred'],
    ]);
  });
});

it('gives a Task without a subject a title, and takes HTML bodies as text', () => {
  expect(taskMap.toOutlook(['subject'], { subject: null }, mailbox)).toEqual({ title: 'Task without a subject' });
  expect(ofOutlook({ body: { contentType: 'html', content: '<p>one</p><p>two</p>' } }).fields.description).toMatch(/^one\n+two$/);
});

it('does not write a cut text back over the whole one', () => {
  const long = `${'x'.repeat(31_000)}${cutMark}`;
  expect(taskMap.toOutlook(['description'], { description: long }, mailbox)).toEqual({});
  expect(taskMap.leftOut('outlook', ['description'], { description: long }, mailbox)).toMatchObject([{ field: 'description' }]);
});

it('leaves out what this user may not see', () => {
  expect(ofSalesforce({ Subject: 'Call' }).fields).toEqual({ subject: 'Call' });
});
