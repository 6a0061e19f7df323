import type { Faker } from '@faker-js/faker';
import { faker } from '@faker-js/faker/locale/en';
import type { Emulators } from '../start/create-emulators.ts';
import { addPerson } from './add-person.ts';
import { addTraps } from './add-traps.ts';
import type { Colleague } from './colleague.ts';
import { demoPeople } from './demo-people.ts';
import { asOutlookContact, asSalesforceContact, makeAcquaintance } from './make-acquaintance.ts';
import { seedMails } from './seed-mails.ts';
import { seedMeetings } from './seed-meetings.ts';
import { seedPlaces } from './seed-places.ts';
import { seedTasks } from './seed-tasks.ts';

/** The same people, contacts and meetings each time; only the days are counted from `today` (milliseconds since 1970). */
export function seedDemo(emulators: Emulators, today: number): void {
  faker.seed(20_261_122);
  const people = demoPeople(faker).map((person): Colleague => ({ ...person, salesforceId: addPerson(emulators, person), outside: [] }));
  const accounts = seedAccounts(emulators, faker, people);
  for (const person of people) seedContacts(emulators, faker, person, accounts);
  seedMeetings(emulators, faker, people, today);
  addTraps(emulators, people);
  seedTasks(emulators, faker, people, today);
  seedMails(emulators, faker, people, today);
  seedPlaces(emulators, people, today);
}

/** Customers: each is kept by one person and known to all. */
function seedAccounts({ salesforce }: Emulators, faker: Faker, people: Colleague[]): { id: string; name: string }[] {
  return Array.from({ length: 36 }, (_, place) => {
    const name = faker.company.name();
    const owner = people[place % people.length]?.salesforceId;
    return { name, id: salesforce.org.insert('Account', { Name: name, Industry: 'Other', BillingCity: faker.location.city() }, owner) };
  });
}

/** 8 to 25 acquaintances: some known on both sides (same e-mail, other details), some on one. */
function seedContacts({ graph, salesforce }: Emulators, faker: Faker, person: Colleague, accounts: { id: string; name: string }[]): void {
  const mailbox = graph.mailbox(person.id);
  const count = faker.number.int({ min: 8, max: 25 });
  for (let place = 0; place < count; place += 1) {
    const account = faker.helpers.arrayElement(accounts);
    const one = makeAcquaintance(faker, `${person.surname.slice(0, 2)}${place}`.toLowerCase().replace(/[^a-z0-9]/g, 'x'), account.name);
    const side = faker.number.int({ min: 0, max: 9 });
    person.outside.push(one.email);
    if (side < 7) mailbox?.addContact(asOutlookContact(one));
    if (side > 6) salesforce.org.insert('Contact', asSalesforceContact(one, account.id), person.salesforceId);
    if (side < 4) {
      // the other system knows less, or something else: what a merge by field is for
      const { MobilePhone: _mobile, ...fields } = asSalesforceContact({ ...one, jobTitle: faker.person.jobTitle() }, account.id);
      salesforce.org.insert('Contact', fields, person.salesforceId);
    }
  }
}
