import { describe, expect, it } from 'vitest';
import { ann, bob, smallWorld } from '../testing/small-world.ts';

const events = `/users/${ann}/events`;
const at = (day: string, hour = '09') => ({ dateTime: `2026-12-${day}T${hour}:00:00`, timeZone: 'UTC' });
const meeting = {
  subject: 'Plan',
  start: at('01'),
  end: at('01', '10'),
  attendees: [{ emailAddress: { address: 'bob@contoso.example' } }, { emailAddress: { address: 'guest@x.example' } }],
};

describe('events', () => {
  it('are kept in UTC with seven decimals and a wrapped body', async () => {
    const { call } = smallWorld();
    const made = await call('POST', events, {
      subject: ' Lunch ',
      body: { contentType: 'html', content: 'hi' },
      start: { dateTime: '2026-07-01T12:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-07-01T13:00:00', timeZone: 'Europe/Berlin' },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      subject: 'Lunch',
      start: { dateTime: '2026-07-01T10:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-07-01T11:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'W. Europe Standard Time',
      bodyPreview: 'hi',
      type: 'singleInstance',
    });
    expect(made.body.body.content).toMatch(/^<html>.*<body>hi<\/body><\/html>$/s);
    const prefer = { Prefer: 'outlook.timezone="Pacific Standard Time", outlook.body-content-type="text"' };
    const read = await call('GET', `${events}/${made.body.id}`, undefined, prefer);
    expect(read.body.start).toEqual({ dateTime: '2026-07-01T03:00:00.0000000', timeZone: 'Pacific Standard Time' });
    expect(read.body.body).toEqual({ contentType: 'text', content: 'hi' });
  });

  it('return the first event for a second POST with the same transactionId', async () => {
    const { call, graph } = smallWorld();
    const first = await call('POST', events, { ...meeting, attendees: [], transactionId: 't1' });
    const second = await call('POST', events, { ...meeting, attendees: [], transactionId: 't1' });
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    expect(graph.mailbox(ann)?.events()).toHaveLength(1);
  });

  it('refuse an all-day event that is not from midnight to midnight, and a zone nobody knows', async () => {
    const { call } = smallWorld();
    expect((await call('POST', events, { start: at('01'), end: at('02'), isAllDay: true })).status).toBe(400);
    const zone = { dateTime: '2026-12-01T09:00:00', timeZone: 'Mars/Olympus' };
    expect((await call('POST', events, { start: zone, end: zone })).status).toBe(400);
  });
});

describe('all-day events', () => {
  it('are midnight in whatever zone they are read, alone and as a series', async () => {
    const { call } = smallWorld();
    const day = (date: string) => ({ dateTime: `2027-03-${date}T00:00:00`, timeZone: 'W. Europe Standard Time' });
    const recurrence = {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'numbered', startDate: '2027-03-27', numberOfOccurrences: 3 },
    };
    await call('POST', events, { isAllDay: true, start: day('27'), end: day('28'), recurrence });
    const prefer = { Prefer: 'outlook.timezone="Pacific Standard Time"' };
    const shown = await call('GET', `/users/${ann}/calendarView?startDateTime=2027-03-01&endDateTime=2027-04-01`, undefined, prefer);
    expect(shown.body.value.map((one: { start: object }) => one.start)).toEqual(
      ['27', '28', '29'].map((date) => ({ dateTime: `2027-03-${date}T00:00:00.0000000`, timeZone: 'Pacific Standard Time' })),
    );
  });
});

describe('meetings', () => {
  it('reach the mailboxes of colleagues, follow updates and are marked when cancelled', async () => {
    const { call, graph } = smallWorld();
    const { body } = await call('POST', events, meeting);
    const [copy] = graph.mailbox(bob)!.events();
    expect(copy).toMatchObject({ iCalUId: body.iCalUId, isOrganizer: false, responseStatus: { response: 'notResponded' } });
    await call('PATCH', `${events}/${body.id}`, { subject: 'Plan B' });
    expect(graph.mailbox(bob)!.events()[0]).toMatchObject({ subject: 'Plan B' });
    graph.mailbox(bob)!.respond(copy!.id, 'accepted');
    expect(graph.mailbox(ann)!.events()[0]).toMatchObject({
      attendees: [{ status: { response: 'accepted' } }, { status: { response: 'none' } }],
    });
    await call('DELETE', `${events}/${body.id}`);
    expect(graph.mailbox(bob)!.events()[0]).toMatchObject({ isCancelled: true, subject: 'Canceled: Plan B' });
  });

  it('leave the copies of others alone where only the organizer sees the change', async () => {
    const { call, graph } = smallWorld();
    const { body } = await call('POST', events, meeting);
    const [before] = graph.mailbox(bob)!.events();
    const stamp = { id: 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name CrmId', value: 'x' };
    await call('PATCH', `${events}/${body.id}`, { categories: ['Salesforce'], showAs: 'oof', singleValueExtendedProperties: [stamp] });
    expect(graph.mailbox(bob)!.events()).toEqual([before]);
    await call('PATCH', `${events}/${body.id}`, { attendees: [] });
    expect(graph.mailbox(bob)!.events()[0]).toMatchObject({ isCancelled: true });
  });

  it('count the mails that writes of a client would send, and none for what a person does', async () => {
    const { call, graph, desk } = smallWorld();
    graph.mailbox(ann)!.addEvent(meeting);
    expect(desk.faults.counters).not.toHaveProperty('mails.invitation');
    const { body } = await call('POST', events, meeting);
    await call('PATCH', `${events}/${body.id}`, { categories: ['Salesforce'] });
    expect(desk.faults.counters).toMatchObject({ 'mails.invitation': 2 });
    expect(desk.faults.counters).not.toHaveProperty('mails.update');
    await call('PATCH', `${events}/${body.id}`, { subject: 'new' });
    await call('DELETE', `${events}/${body.id}`);
    expect(desk.faults.counters).toMatchObject({ 'mails.update': 2, 'mails.cancellation': 2 });
  });
});

describe('calendarView', () => {
  it('lists what touches the window in order of start, and spans at most 1825 days', async () => {
    const { call, graph } = smallWorld();
    const person = graph.mailbox(ann)!;
    for (const day of ['05', '03', '04']) person.addEvent({ subject: day, start: at(day), end: at(day, '10') });
    const view = (from: string, to: string) => call('GET', `/users/${ann}/calendarView?startDateTime=${from}&endDateTime=${to}`);
    const touched = await view('2026-12-03T09:30:00Z', '2026-12-05T09:00:00Z');
    expect(touched.body.value.map((one: { subject: string }) => one.subject)).toEqual(['03', '04']);
    const zoned = await view('2026-12-03T08:00:00-02:00', '2026-12-04T12:00:00Z');
    expect(zoned.body.value.map((one: { subject: string }) => one.subject)).toEqual(['04']);
    expect((await view('2020-01-01', '2026-01-01')).body.error.code).toBe('ErrorInvalidRequest');
    expect((await view('soon', '2026-01-01')).body.error.code).toBe('ErrorInvalidParameter');
  });
});

describe('calendarView/delta', () => {
  const window = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2026-12-31T00:00:00Z';

  it('keeps its window and tells of events outside it as removed', async () => {
    const { call, graph } = smallWorld();
    const person = graph.mailbox(ann)!;
    const inside = person.addEvent({ start: at('05'), end: at('06') }).id;
    person.addEvent({ start: { dateTime: '2027-05-01T00:00', timeZone: 'UTC' }, end: { dateTime: '2027-05-01T01:00', timeZone: 'UTC' } });
    const prefer = { Prefer: 'IdType="ImmutableId"' };
    const first = await call('GET', `/users/${ann}/calendarView/delta?${window}`, undefined, prefer);
    expect(first.body.value.map((one: { id: string }) => one.id)).toEqual([inside]);
    const outside = person.addEvent({
      start: { dateTime: '2027-05-01T00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-05-01T01:00', timeZone: 'UTC' },
    }).id;
    const next = await call('GET', first.body['@odata.deltaLink'], undefined, prefer);
    expect(next.body.value).toEqual([{ id: outside, '@removed': { reason: 'deleted' } }]);
  });

  it('refuses $select by name and a request without a window', async () => {
    const { call } = smallWorld();
    expect((await call('GET', `/users/${ann}/calendarView/delta?${window}&$select=subject`)).body.error.message).toContain("'$select'");
    expect((await call('GET', `/users/${ann}/calendarView/delta`)).status).toBe(400);
  });
});
