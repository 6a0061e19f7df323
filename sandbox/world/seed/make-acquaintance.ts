import type { Faker } from '@faker-js/faker';
import { plain } from './demo-people.ts';

/** Somebody whom a user of the demo knows, before it is put into one system or both. */
export interface Acquaintance {
  givenName: string;
  surname: string;
  email: string;
  company: string;
  jobTitle: string;
  businessPhone: string;
  mobilePhone: string;
  street: string;
  city: string;
  postalCode: string;
  country: string;
}

/** `unique` ends up in the address, so that two of them never share one by chance. */
export function makeAcquaintance(faker: Faker, unique: string, company = faker.company.name()): Acquaintance {
  const givenName = faker.person.firstName();
  const surname = faker.person.lastName();
  const host = plain(company).slice(0, 20) || 'company';
  return {
    givenName,
    surname,
    email: `${plain(givenName)}.${plain(surname)}.${unique}@${host}.example`,
    company,
    jobTitle: faker.person.jobTitle(),
    businessPhone: faker.phone.number({ style: 'international' }),
    mobilePhone: faker.phone.number({ style: 'international' }),
    street: faker.location.streetAddress(),
    city: faker.location.city(),
    postalCode: faker.location.zipCode(),
    country: faker.location.country(),
  };
}

export function asOutlookContact(one: Acquaintance): Record<string, unknown> {
  return {
    givenName: one.givenName,
    surname: one.surname,
    emailAddresses: [{ name: `${one.givenName} ${one.surname}`, address: one.email }],
    companyName: one.company,
    jobTitle: one.jobTitle,
    businessPhones: [one.businessPhone],
    mobilePhone: one.mobilePhone,
    businessAddress: { street: one.street, city: one.city, postalCode: one.postalCode, countryOrRegion: one.country },
  };
}

export function asSalesforceContact(one: Acquaintance, accountId?: string): Record<string, unknown> {
  return {
    FirstName: one.givenName,
    LastName: one.surname,
    Email: one.email,
    Title: one.jobTitle,
    Phone: one.businessPhone,
    MobilePhone: one.mobilePhone,
    MailingStreet: one.street,
    MailingCity: one.city,
    MailingPostalCode: one.postalCode,
    MailingCountry: one.country,
    ...(accountId === undefined ? {} : { AccountId: accountId }),
  };
}
