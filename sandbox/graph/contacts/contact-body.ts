import { dayAtNoon } from '../odata/day-at-noon.ts';
import { list, type PropertyReaders, record, text, texts } from '../odata/read-properties.ts';

/** What a mailbox keeps of a contact: every writable property, absent ones as null or an empty list. */
export type ContactBody = Record<string, unknown>;

const address = record({ street: text, city: text, state: text, countryOrRegion: text, postalCode: text }, 'physicalAddress');
const emailAddress = record({ name: text, address: text }, 'emailAddress');

export const contactReaders: PropertyReaders = {
  categories: texts(),
  birthday: dayAtNoon,
  fileAs: text,
  displayName: text,
  givenName: text,
  initials: text,
  middleName: text,
  nickName: text,
  surname: text,
  title: text,
  yomiGivenName: text,
  yomiSurname: text,
  yomiCompanyName: text,
  generation: text,
  imAddresses: texts(3),
  jobTitle: text,
  companyName: text,
  department: text,
  officeLocation: text,
  profession: text,
  businessHomePage: text,
  assistantName: text,
  manager: text,
  homePhones: texts(2),
  mobilePhone: text,
  businessPhones: texts(2),
  spouseName: text,
  personalNotes: (value, fail) =>
    value === null ? '' : typeof value === 'string' ? value.replace(/\r?\n/g, '\r\n').trim() : fail('Edm.String'),
  children: texts(),
  emailAddresses: list(emailAddress, 3),
  homeAddress: address,
  businessAddress: address,
  otherAddress: address,
};
export const contactReadOnly = ['id', 'changeKey', 'createdDateTime', 'lastModifiedDateTime', 'parentFolderId'];
const lists = new Set(['categories', 'imAddresses', 'homePhones', 'businessPhones', 'children', 'emailAddresses']);
const addresses = new Set(['homeAddress', 'businessAddress', 'otherAddress']);

export const emptyContact: ContactBody = Object.freeze(
  Object.fromEntries(
    Object.keys(contactReaders).map((name) => [
      name,
      lists.has(name) ? [] : addresses.has(name) ? {} : name === 'personalNotes' ? '' : null,
    ]),
  ),
);
