import { address } from '../address.ts';
import { datetime, email, field, flag, link, phone, picklist, readOnly, reference, text } from '../field.ts';
import { auditFields, idField, objectType } from '../object-type.ts';
import { personName } from '../person-name.ts';

const defaulted = (value: string) => ({ initial: value, required: true, length: 40 }) as const;

export const user = objectType(
  'User',
  '005',
  [
    idField(),
    text('Username', 80, { required: true, unique: true, indexed: true, idLookup: true }),
    ...personName({ salutation: false }),
    text('CompanyName', 80),
    text('Division', 80),
    text('Department', 80),
    text('Title', 80),
    ...address(''),
    email('Email', { length: 128, required: true }),
    field('SenderEmail', 'email', { length: 80 }),
    text('SenderName', 80),
    text('Signature', 1333),
    phone('Phone'),
    phone('Fax'),
    phone('MobilePhone'),
    text('Alias', 8, { required: true, defaultedOnCreate: true }),
    text('CommunityNickname', 40, { required: true, defaultedOnCreate: true }),
    flag('IsActive', { initial: true, label: 'Active' }),
    picklist('TimeZoneSidKey', '', defaulted('America/Los_Angeles')),
    reference('UserRoleId', 'UserRole'),
    picklist('LocaleSidKey', '', defaulted('en_US')),
    flag('ReceivesInfoEmails'),
    flag('ReceivesAdminInfoEmails'),
    picklist('EmailEncodingKey', 'UTF-8|ISO-8859-1', defaulted('UTF-8')),
    reference('ProfileId', 'Profile', { required: true, defaultedOnCreate: true }),
    picklist('UserType', 'Standard*|PowerPartner|CspLitePortal|Guest|CsnOnly', { ...readOnly, length: 40 }),
    picklist('LanguageLocaleKey', '', defaulted('en_US')),
    text('EmployeeNumber', 20),
    reference('ManagerId', 'User'),
    datetime('LastLoginDate', readOnly),
    datetime('LastPasswordChangeDate', readOnly),
    ...auditFields(),
    reference('ContactId', 'Contact', { updateable: false }),
    reference('AccountId', 'Account', readOnly),
    text('FederationIdentifier', 512),
    link('FullPhotoUrl', readOnly),
    link('SmallPhotoUrl', readOnly),
    picklist('DigestFrequency', 'D|W|N*', { length: 40, required: true }),
    datetime('LastViewedDate', readOnly),
    datetime('LastReferencedDate', readOnly),
  ],
  { deletable: false, undeletable: false },
);
