import type { Faker } from '@faker-js/faker';
import { tenant } from '../../identity/index.ts';
import type { NewPerson } from './add-person.ts';

const departments = ['Sales', 'Customer success', 'Partnerships', 'Field service'];
const zones = [
  { windowsZone: 'GMT Standard Time', zone: 'Europe/London' },
  { windowsZone: 'W. Europe Standard Time', zone: 'Europe/Berlin' },
  { windowsZone: 'Eastern Standard Time', zone: 'America/New_York' },
] as const;

/** Ten people in each of the three companies; a company lives in one time zone. */
export function demoPeople(faker: Faker): NewPerson[] {
  const taken = new Set<string>();
  return tenant.companies.flatMap((company, place) =>
    Array.from({ length: 10 }, (): NewPerson => {
      let givenName: string;
      let surname: string;
      let address: string;
      do {
        givenName = faker.person.firstName();
        surname = faker.person.lastName();
        address = `${plain(givenName)}.${plain(surname)}@${company.domain}`;
      } while (taken.has(address));
      taken.add(address);
      return {
        id: faker.string.uuid(),
        givenName,
        surname,
        address,
        jobTitle: faker.person.jobTitle(),
        department: faker.helpers.arrayElement(departments),
        company: company.name,
        ...(zones[place] ?? zones[0]),
      };
    }),
  );
}

/** A name as it stands in an address: ASCII letters only. */
export function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
