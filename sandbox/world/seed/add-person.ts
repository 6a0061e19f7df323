import type { DirectoryUser } from '../../graph/index.ts';
import type { Emulators } from '../start/create-emulators.ts';

export interface NewPerson {
  /** guid; the same seed gives the same */
  id: string;
  givenName: string;
  surname: string;
  address: string;
  jobTitle: string;
  department: string;
  company: string;
  /** Windows name, for the mailbox */
  windowsZone: string;
  /** IANA name, for the Salesforce user */
  zone: string;
}

/** One person on both sides: a directory user with a mailbox, and a Salesforce user with the same e-mail address. Answers the Salesforce id. */
export function addPerson({ graph, salesforce }: Emulators, person: NewPerson): string {
  const user: DirectoryUser = {
    id: person.id,
    userPrincipalName: person.address,
    mail: person.address,
    displayName: `${person.givenName} ${person.surname}`,
    givenName: person.givenName,
    surname: person.surname,
    jobTitle: person.jobTitle,
    accountEnabled: true,
    timeZone: person.windowsZone,
  };
  graph.users.set(user.id, user);
  return salesforce.org.insert('User', {
    Username: person.address,
    Email: person.address,
    FirstName: person.givenName,
    LastName: person.surname,
    Alias: person.surname.slice(0, 8),
    CommunityNickname: person.address.slice(0, 40),
    Title: person.jobTitle,
    Department: person.department,
    CompanyName: person.company,
    TimeZoneSidKey: person.zone,
    LocaleSidKey: 'en_GB',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
}
