import type { Faker } from '@faker-js/faker';
import type { Emulators } from '../start/create-emulators.ts';
import type { Colleague } from './colleague.ts';

const day = 86_400_000;
const subjects = [
  'Quarterly review',
  'Contract renewal',
  'Site visit',
  'Product walk-through',
  'Planning',
  'Interview',
  'Budget',
  'Support call',
  'Kick-off',
  'Lunch',
];

/** Meetings of the last 60 and the next 60 days: alone, with colleagues (who get copies), with outsiders, all-day, private, in two zones. */
export function seedMeetings({ graph, salesforce }: Emulators, faker: Faker, people: Colleague[], today: number): void {
  const midnight = Math.floor(today / day) * day;
  for (const person of people) {
    const mailbox = graph.mailbox(person.id);
    const count = faker.number.int({ min: 6, max: 12 });
    for (let place = 0; place < count; place += 1) {
      const date = midnight + faker.number.int({ min: -60, max: 60 }) * day;
      mailbox?.addEvent(outlookMeeting(faker, person, people, date, place));
    }
    for (let place = 0; place < 3; place += 1) {
      const start = midnight + faker.number.int({ min: -20, max: 40 }) * day + faker.number.int({ min: 8, max: 16 }) * 3_600_000;
      salesforce.org.insert(
        'Event',
        {
          Subject: `${faker.helpers.arrayElement(subjects)}: ${faker.company.name()}`,
          StartDateTime: new Date(start).toISOString(),
          EndDateTime: new Date(start + 3_600_000).toISOString(),
          Location: faker.location.city(),
          ShowAs: 'Busy',
          OwnerId: person.salesforceId,
        },
        person.salesforceId,
      );
    }
  }
}

function outlookMeeting(faker: Faker, person: Colleague, people: Colleague[], date: number, place: number): Record<string, unknown> {
  const onDay = new Date(date).toISOString().slice(0, 10);
  const subject = `${faker.helpers.arrayElement(subjects)}: ${faker.company.name()}`;
  const body = { contentType: 'text', content: faker.lorem.sentences(2) };
  if (place === 1) {
    const next = new Date(date + day).toISOString().slice(0, 10);
    return {
      subject: `${subject} (all day)`,
      body,
      isAllDay: true,
      start: { dateTime: `${onDay}T00:00:00`, timeZone: person.windowsZone },
      end: { dateTime: `${next}T00:00:00`, timeZone: person.windowsZone },
    };
  }
  const hour = String(faker.number.int({ min: 8, max: 16 })).padStart(2, '0');
  const timed = {
    subject,
    body,
    location: { displayName: faker.location.city() },
    start: { dateTime: `${onDay}T${hour}:00:00`, timeZone: person.windowsZone },
    end: { dateTime: `${onDay}T${hour}:45:00`, timeZone: person.windowsZone },
  };
  if (place === 2) return { ...timed, subject: 'Doctor', sensitivity: 'private' };
  if (place === 3) return { ...timed, attendees: colleagues(faker, person, people).map(invited) };
  if (place === 4)
    return {
      ...timed,
      attendees: [...person.outside.slice(0, 2).map(invited), ...colleagues(faker, person, people).slice(0, 1).map(invited)],
    };
  // starts in one zone and is shown to end in another: a flight, the classic
  if (place === 5)
    return {
      ...timed,
      subject: 'Flight',
      start: { dateTime: `${onDay}T08:00:00`, timeZone: 'GMT Standard Time' },
      end: { dateTime: `${onDay}T11:00:00`, timeZone: 'Eastern Standard Time' },
    };
  return timed;
}

function colleagues(faker: Faker, person: Colleague, people: Colleague[]): string[] {
  const near = people.filter((other) => other.company === person.company && other.id !== person.id);
  return faker.helpers.arrayElements(near, 2).map((other) => other.address);
}

const invited = (address: string) => ({ type: 'required', emailAddress: { address } });
