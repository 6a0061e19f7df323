import type { Emulators } from '../start/create-emulators.ts';
import type { Colleague } from './colleague.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** The same in each world: a world that is filled anew has the same Team and the same site. */
const ids = {
  team: '6f0d2c41-5b7e-4c1a-9a3e-2d5b8e7f1a01',
  site: 'fernwood.sharepoint.example,6f0d2c41-5b7e-4c1a-9a3e-2d5b8e7f1a02,6f0d2c41-5b7e-4c1a-9a3e-2d5b8e7f1a03',
  list: '6f0d2c41-5b7e-4c1a-9a3e-2d5b8e7f1a04',
};

/** One Team of people of the first company, with a calendar of its own, and one site with an event list, which all may read. */
export function seedPlaces({ graph }: Emulators, people: readonly Colleague[], today: number): void {
  const [first] = people;
  if (!first) return;
  const midnight = Math.floor(today / day) * day;
  const members = people.filter(({ company }) => company === first.company).slice(0, 4);
  const mail = `field.sales@${first.address.split('@')[1]}`;
  const more = { visibility: 'Private' as const, isTeam: true, members: members.map(({ id }) => id), timeZone: first.windowsZone };
  const { id } = graph.groups.add({ id: ids.team, displayName: 'Field sales', mail, ...more });
  const meetings = [
    ['Pipeline review', 1, 9],
    ['Territory planning', 3, 14],
    ['Win and loss', -6, 11],
  ] as const;
  for (const [subject, inDays, at] of meetings) {
    const start = midnight + inDays * day + at * hour;
    const zoned = (time: number) => ({ dateTime: new Date(time).toISOString().slice(0, 19), timeZone: 'UTC' });
    graph.groups.calendar(id).addEvent({ subject, start: zoned(start), end: zoned(start + hour) });
  }
  const { id: siteId } = graph.sharePoint.addSite('Trade fairs', null, ids.site);
  const list = graph.sharePoint.addList(siteId, 'Calendar', 'events', ids.list);
  const utc = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');
  const fair = midnight + 10 * day;
  const whole = {
    Title: 'Autumn fair',
    Location: 'Hall 3',
    fAllDayEvent: true,
    EventDate: utc(fair),
    EndDate: utc(fair + 2 * day - 60_000),
  };
  const timed = { Title: 'Stand building', fAllDayEvent: false, EventDate: utc(fair - 16 * hour), EndDate: utc(fair - 12 * hour) };
  for (const fields of [whole, timed]) graph.sharePoint.addItem(list.id, fields);
}
