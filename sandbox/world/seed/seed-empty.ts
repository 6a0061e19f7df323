import { tenant } from '../../identity/index.ts';
import type { Emulators } from '../start/create-emulators.ts';
import { addPerson } from './add-person.ts';

/** Two people on both sides, and not one item. */
export function seedEmpty(emulators: Emulators): void {
  const [company] = tenant.companies;
  const base = { department: 'Sales', jobTitle: 'Account manager', company: company.name, windowsZone: 'UTC', zone: 'Europe/London' };
  addPerson(emulators, {
    ...base,
    id: '00000000-0000-4000-8000-00000000a11e',
    givenName: 'Alice',
    surname: 'Ashdown',
    address: `alice@${company.domain}`,
  });
  addPerson(emulators, {
    ...base,
    id: '00000000-0000-4000-8000-0000000000b0',
    givenName: 'Bob',
    surname: 'Brackley',
    address: `bob@${company.domain}`,
  });
}
