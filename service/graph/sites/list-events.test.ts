import { expect, it } from 'vitest';
import { listEvents, wholeEvent } from './list-events.ts';
import { listItem } from './list-item.ts';

const window = { start: '2026-11-01T00:00:00.000Z', end: '2027-01-01T00:00:00.000Z' };
const times = { EventDate: '2026-12-01T09:00:00Z', EndDate: '2026-12-01T10:00:00Z' };
const daily = (first: string) =>
  `<recurrence><rule><firstDayOfWeek>${first}</firstDayOfWeek><repeat><daily dayFrequency="1" /></repeat><repeatInstances>2</repeatInstances></rule></recurrence>`;
const read = (fields: Record<string, unknown>) => {
  const item = listItem.parse({ id: '1', fields: { Title: 'Fair', ...times, ...fields } });
  return { events: listEvents('list', [item], window, 'UTC'), whole: wholeEvent('list/1', item) };
};

it.each([
  ['a column of choices', { Category: ['Fair', 'Sales'] }, { categories: ['Fair, Sales'] }],
  ['a number for a title', { Title: 2026 }, { subject: '2026' }],
  ['an object for a place', { Location: { DisplayName: 'Bonn' } }, { location: { displayName: null } }],
  ['a length that is none', { Duration: 'an hour' }, { subject: 'Fair' }],
])('reads an item whatever somebody made of its columns: %s', (_name, fields, expected) => {
  expect(read(fields).events).toMatchObject([expected]);
});

it.each(['xx', 'MO'])('works a series out, or leaves it with its own name, whatever day its week begins with: %s', (first) => {
  const { events } = read({ fRecurrence: true, EventType: 1, Duration: 3600, RecurrenceData: daily(first) });
  expect(events.map(({ type }) => type)).toEqual(['seriesMaster', 'occurrence', 'occurrence']);
});

it.each(['month="13" day="1"', 'month="0" day="40"'])(
  'takes a series by a rule that names no date for one that cannot be read: %s',
  (rule) => {
    const xml = `<recurrence><rule><repeat><yearly yearFrequency="1" ${rule} /></repeat></rule></recurrence>`;
    const { events } = read({ fRecurrence: true, EventType: 1, RecurrenceData: xml });
    expect(events).toHaveLength(1);
    expect(events[0]).not.toHaveProperty('start');
  },
);
