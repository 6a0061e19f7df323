import { describe, expect, it } from 'vitest';
import { ann, smallWorld } from '../testing/small-world.ts';

const at = (hour: string) => ({ dateTime: `2026-12-01T${hour}:00:00`, timeZone: 'UTC' });
const outside = { emailAddress: { name: 'Guest', address: 'guest@x.example' } };

describe('a person', () => {
  it('gets an invitation from outside as an attendee, and its cancellation', async () => {
    const { call, graph } = smallWorld();
    const person = graph.mailbox('ANN@contoso.example')!;
    const { id } = person.addEvent({ subject: 'Visit', start: at('09'), end: at('10'), organizer: outside, iCalUId: 'ABC' });
    const read = await call('GET', `/users/${ann}/events/${id}`);
    expect(read.body).toMatchObject({
      iCalUId: 'ABC',
      isOrganizer: false,
      organizer: outside,
      responseStatus: { response: 'notResponded' },
      showAs: 'tentative',
    });
    person.respond(id, 'accepted');
    expect(person.updateEvent(id, { isCancelled: true })).toMatchObject({ isCancelled: true, responseStatus: { response: 'accepted' } });
  });

  it('is refused what makes no sense, with the same errors as a client', () => {
    const { graph } = smallWorld();
    const person = graph.mailbox(ann)!;
    expect(() => person.addContact({ shoeSize: 9 })).toThrow("'shoeSize'");
    expect(() => person.deleteContact('AAMk')).toThrow('not found');
    expect(() => person.addEvent({ subject: 'x' })).toThrow("'start'");
    const own = person.addEvent({ start: at('09'), end: at('10') }).id;
    expect(() => person.respond(own, 'accepted')).toThrow('organizer');
    expect(graph.mailbox('nobody@contoso.example')).toBeUndefined();
  });

  it('moves events between calendars', async () => {
    const { call, graph } = smallWorld();
    const person = graph.mailbox(ann)!;
    const calendar = (await call('POST', `/users/${ann}/calendars`, { name: 'Second' })).body.id;
    const { id } = person.addEvent({ start: at('09'), end: at('10') });
    person.moveEvent(id, calendar);
    expect(person.events()).toEqual([]);
    expect(person.events(calendar)).toMatchObject([{ id }]);
    expect((await call('GET', `/users/${ann}/calendars/${calendar}/events`)).body.value).toHaveLength(1);
  });
});
