import { describe, expect, it } from 'vitest';
import { ann, bob, type SmallWorld, smallWorld } from '../testing/small-world.ts';

const events = `/users/${ann}/events`;
const window = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z';
const zone = 'W. Europe Standard Time';
const weekly = {
  subject: 'Weekly',
  start: { dateTime: '2026-12-01T09:00:00', timeZone: zone },
  end: { dateTime: '2026-12-01T10:00:00', timeZone: zone },
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
    range: { type: 'numbered', startDate: '2026-12-01', numberOfOccurrences: 4 },
  },
};
type Shown = Record<string, never> & { id: string; type: string; start: { dateTime: string } };
const days = (value: Shown[]) => value.map((one) => one.start.dateTime.slice(0, 13));

async function planned({ call }: SmallWorld, pattern: object, range: object, start: string): Promise<string[]> {
  const time = (hour: string) => ({ dateTime: `${start}T${hour}:00:00`, timeZone: 'UTC' });
  const made = await call('POST', events, {
    start: time('09'),
    end: time('10'),
    recurrence: { pattern, range: { startDate: start, ...range } },
  });
  if (made.status !== 201) return [made.body.error.code];
  const shown = await call('GET', `${events}/${made.body.id}/instances?startDateTime=2026-01-01&endDateTime=2030-12-01&$top=100`);
  return shown.body.value.map((one: Shown) => one.start.dateTime.slice(0, 10));
}

describe('a series', () => {
  it('is expanded in its own zone, also over the change to summer time', async () => {
    const { call } = smallWorld();
    const start = (hour: string) => ({ dateTime: `2027-03-27T${hour}:00:00`, timeZone: zone });
    const recurrence = {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'endDate', startDate: '2027-03-27', endDate: '2027-03-29' },
    };
    const made = await call('POST', events, { start: start('09'), end: start('10'), recurrence });
    expect(made.body).toMatchObject({ type: 'seriesMaster', recurrence: { range: { recurrenceTimeZone: zone } } });
    const shown = await call('GET', `/users/${ann}/calendarView?startDateTime=2027-03-01&endDateTime=2027-04-01`);
    expect(days(shown.body.value)).toEqual(['2027-03-27T08', '2027-03-28T07', '2027-03-29T07']);
    expect(shown.body.value[0]).toMatchObject({
      type: 'occurrence',
      seriesMasterId: made.body.id,
      recurrence: null,
      originalStart: '2027-03-27T08:00:00Z',
    });
    expect(new Set(shown.body.value.map((one: { iCalUId: string }) => one.iCalUId)).size).toBe(3);
    expect(shown.body.value[0].iCalUId.slice(32, 40)).toBe('07EB031B');
  });

  it('knows all six patterns; a month that is too short takes its last day', async () => {
    const world = smallWorld();
    const numbered = (numberOfOccurrences: number) => ({ type: 'numbered', numberOfOccurrences });
    expect(await planned(world, { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 }, numbered(3), '2026-12-31')).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
    ]);
    expect(
      await planned(world, { type: 'relativeMonthly', interval: 1, daysOfWeek: ['friday'], index: 'last' }, numbered(2), '2026-12-25'),
    ).toEqual(['2026-12-25', '2027-01-29']);
    expect(await planned(world, { type: 'absoluteYearly', interval: 1, dayOfMonth: 29, month: 2 }, numbered(2), '2028-02-29')).toEqual([
      '2028-02-29',
      '2029-02-28',
    ]);
    expect(
      await planned(
        world,
        { type: 'relativeYearly', interval: 1, daysOfWeek: ['monday'], index: 'first', month: 3 },
        numbered(2),
        '2027-03-01',
      ),
    ).toEqual(['2027-03-01', '2028-03-06']);
    expect(await planned(world, { type: 'weekly', interval: 2, daysOfWeek: ['monday', 'wednesday'] }, numbered(4), '2026-12-07')).toEqual([
      '2026-12-07',
      '2026-12-09',
      '2026-12-21',
      '2026-12-23',
    ]);
  });

  it('refuses a property of another pattern type and a range that starts elsewhere', async () => {
    const world = smallWorld();
    const range = { type: 'noEnd' };
    expect(await planned(world, { type: 'daily', interval: 1, dayOfMonth: 3 }, range, '2026-12-01')).toEqual([
      'ErrorPropertyValidationFailure',
    ]);
    expect(await planned(world, { type: 'weekly', interval: 1 }, range, '2026-12-01')).toEqual(['ErrorPropertyValidationFailure']);
    expect(await planned(world, { type: 'daily', interval: 1 }, { type: 'noEnd', startDate: '2026-11-30' }, '2026-12-01')).toEqual([
      'ErrorPropertyValidationFailure',
    ]);
  });

  it('comes in delta in one piece, occurrences sparse, a cancelled one not announced', async () => {
    const { call } = smallWorld();
    const master = (await call('POST', events, weekly)).body.id;
    const prefer = { Prefer: 'odata.maxpagesize=2' };
    const first = await call('GET', `/users/${ann}/calendarView/delta?${window}`, undefined, prefer);
    expect(first.body['@odata.deltaLink']).toBeTypeOf('string');
    expect(first.body.value.map((one: Shown) => one.type)).toEqual([
      'seriesMaster',
      'occurrence',
      'occurrence',
      'occurrence',
      'occurrence',
    ]);
    const third = first.body.value[3];
    expect(Object.keys(third).sort()).toEqual(['@odata.etag', '@odata.type', 'end', 'id', 'seriesMasterId', 'start', 'type']);
    expect((await call('DELETE', `${events}/${third.id}`)).status).toBe(204);
    expect((await call('GET', `${events}/${third.id}`)).status).toBe(404);
    const next = await call('GET', first.body['@odata.deltaLink'], undefined, prefer);
    expect(next.body.value.map((one: Shown) => one.id)).toEqual([
      master,
      ...first.body.value.slice(1, 3).map((one: Shown) => one.id),
      first.body.value[4].id,
    ]);
    const told = await call('GET', `${events}/${master}?$select=subject,cancelledOccurrences`);
    expect(told.body.cancelledOccurrences).toEqual([`OID.${master}.2026-12-15`]);
  });

  it('keeps a changed occurrence as an exception, within its neighbours', async () => {
    const { call } = smallWorld();
    const master = (await call('POST', events, weekly)).body.id;
    const list = async () => (await call('GET', `${events}/${master}/instances?${window}`)).body.value as Shown[];
    const second = (await list())[1]!.id;
    const at = (day: string) => ({
      start: { dateTime: `2026-12-${day}T12:00:00`, timeZone: 'UTC' },
      end: { dateTime: `2026-12-${day}T13:00:00`, timeZone: 'UTC' },
    });
    const crossing = await call('PATCH', `${events}/${second}`, at('15'));
    expect([crossing.status, crossing.body.error.code]).toEqual([400, 'ErrorOccurrenceCrossingBoundary']);
    const moved = await call('PATCH', `${events}/${second}`, { ...at('10'), subject: 'Moved' });
    expect(moved.body).toMatchObject({ id: second, type: 'exception', subject: 'Moved', originalStart: '2026-12-08T08:00:00Z' });
    expect(days(await list())).toEqual(['2026-12-01T08', '2026-12-10T12', '2026-12-15T08', '2026-12-22T08']);
    const delta = await call('GET', `/users/${ann}/calendarView/delta?${window}`);
    expect(delta.body.value.find((one: Shown) => one.type === 'exception')).toMatchObject({ subject: 'Moved', seriesMasterId: master });
    const expanded = await call('GET', `${events}/${master}?$expand=exceptionOccurrences`);
    expect(expanded.body.exceptionOccurrences).toHaveLength(1);
  });

  it('moved to another day leaves the old occurrences behind without a word', async () => {
    const { call } = smallWorld();
    const master = (await call('POST', events, weekly)).body.id;
    const first = await call('GET', `/users/${ann}/calendarView/delta?${window}`);
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['wednesday'] },
      range: { type: 'numbered', startDate: '2026-12-02', numberOfOccurrences: 4 },
    };
    const time = (hour: string) => ({ dateTime: `2026-12-02T${hour}:00:00`, timeZone: 'UTC' });
    await call('PATCH', `${events}/${master}`, { start: time('08'), end: time('09'), recurrence });
    const next = await call('GET', first.body['@odata.deltaLink']);
    expect(next.body.value.some((one: object) => '@removed' in one)).toBe(false);
    expect(days(next.body.value.slice(1))).toEqual(['2026-12-02T08', '2026-12-09T08', '2026-12-16T08', '2026-12-23T08']);
  });

  it('reaches the attendees with its exceptions, and counts one mail per guest for a cancelled occurrence', async () => {
    const { call, graph, desk } = smallWorld();
    const made = await call('POST', events, { ...weekly, attendees: [{ emailAddress: { address: 'bob@contoso.example' } }] });
    const [copy] = graph.mailbox(bob)!.events();
    const [, second] = (await call('GET', `${events}/${made.body.id}/instances?${window}`)).body.value;
    await call('DELETE', `${events}/${second.id}`);
    expect(graph.mailbox(bob)!.instances(copy!.id, '2026-12-01', '2027-01-01')).toHaveLength(3);
    expect(desk.faults.counters).toMatchObject({ 'mails.invitation': 1, 'mails.cancellation': 1 });
    expect(desk.faults.counters).not.toHaveProperty('mails.update');
  });
});
