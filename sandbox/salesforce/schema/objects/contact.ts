import { address } from '../address.ts';
import { contactCustomFields } from '../custom-fields.ts';
import { date, datetime, email, flag, longText, phone, picklist, readOnly, reference, text } from '../field.ts';
import { lockstepKey } from '../lockstep-key.ts';
import { auditFields, idField, isDeleted, objectType, owner } from '../object-type.ts';
import { personName } from '../person-name.ts';

export const contact = objectType(
  'Contact',
  '003',
  [
    idField(),
    isDeleted(),
    reference('MasterRecordId', 'Contact', readOnly),
    reference('AccountId', 'Account', { indexed: true }),
    ...personName({ salutation: true }),
    ...address('Other'),
    ...address('Mailing'),
    phone('Phone', { label: 'Business Phone' }),
    phone('Fax', { label: 'Business Fax' }),
    phone('MobilePhone'),
    phone('HomePhone'),
    phone('OtherPhone'),
    phone('AssistantPhone'),
    reference('ReportsToId', 'Contact'),
    email('Email'),
    text('Title', 128),
    text('Department', 80),
    text('AssistantName', 40),
    picklist('LeadSource', 'Web|Phone Inquiry|Partner Referral|Purchased List|Other'),
    date('Birthdate'),
    longText('Description', 32000),
    owner(),
    flag('HasOptedOutOfEmail', { label: 'Email Opt Out' }),
    flag('HasOptedOutOfFax', { label: 'Fax Opt Out' }),
    flag('DoNotCall'),
    ...auditFields(),
    date('LastActivityDate', readOnly),
    datetime('LastCURequestDate', readOnly),
    datetime('LastCUUpdateDate', readOnly),
    datetime('LastViewedDate', readOnly),
    datetime('LastReferencedDate', readOnly),
    text('EmailBouncedReason', 255),
    datetime('EmailBouncedDate'),
    flag('IsEmailBounced', readOnly),
    text('PhotoUrl', 255, { ...readOnly, compute: (row) => `/services/images/photo/${row.Id}` }),
    text('Jigsaw', 20),
    text('JigsawContactId', 20, readOnly),
    reference('IndividualId', 'Individual'),
    lockstepKey(true),
    ...contactCustomFields(),
  ],
  { mergeable: true },
);
