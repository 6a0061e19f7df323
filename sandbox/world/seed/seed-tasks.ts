import type { Faker } from '@faker-js/faker';
import type { Emulators } from '../start/create-emulators.ts';
import type { Colleague } from './colleague.ts';

const day = 86_400_000;
const statuses = ['notStarted', 'inProgress', 'waitingOnOthers'] as const;

/** Four things to do for everybody: two in To Do, one of them done, and two Tasks in Salesforce. */
export function seedTasks({ graph, salesforce }: Emulators, faker: Faker, people: readonly Colleague[], today: number): void {
  for (const person of people) {
    const dateOf = (offset: number) => new Date(today + offset * day).toISOString().slice(0, 10);
    const what = () => `${faker.company.buzzVerb()} ${faker.company.buzzNoun()}`;
    const mailbox = graph.mailbox(person.id);
    mailbox?.addTask({
      title: what(),
      status: faker.helpers.arrayElement(statuses),
      importance: faker.helpers.arrayElement(['low', 'normal', 'high']),
      dueDateTime: { dateTime: `${dateOf(faker.number.int({ min: 1, max: 20 }))}T00:00:00`, timeZone: 'UTC' },
    });
    mailbox?.addTask({ title: what(), status: 'completed' });
    for (const Status of ['Not Started', 'In Progress']) {
      const ActivityDate = dateOf(faker.number.int({ min: 1, max: 20 }));
      salesforce.org.insert('Task', { Subject: what(), Status, ActivityDate, OwnerId: person.salesforceId }, person.salesforceId);
    }
  }
}
