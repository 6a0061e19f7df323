import { address } from '../address.ts';
import { currency, date, datetime, flag, link, longText, phone, picklist, readOnly, reference, text, whole } from '../field.ts';
import { auditFields, idField, isDeleted, objectType, owner } from '../object-type.ts';

export const account = objectType(
  'Account',
  '001',
  [
    idField(),
    isDeleted(),
    reference('MasterRecordId', 'Account', readOnly),
    text('Name', 255, { required: true, nameField: true, label: 'Account Name' }),
    picklist(
      'Type',
      'Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other',
    ),
    reference('ParentId', 'Account'),
    ...address('Billing'),
    ...address('Shipping'),
    phone('Phone'),
    phone('Fax'),
    text('AccountNumber', 40),
    link('Website'),
    link('PhotoUrl', { ...readOnly, compute: (row) => `/services/images/photo/${row.Id}` }),
    text('Sic', 20, { label: 'SIC Code' }),
    picklist(
      'Industry',
      'Agriculture|Banking|Biotechnology|Consulting|Education|Energy|Engineering|Finance|Healthcare|Manufacturing|Retail|Technology|Other',
    ),
    currency('AnnualRevenue'),
    whole('NumberOfEmployees'),
    longText('Description', 32000),
    picklist('Rating', 'Hot|Warm|Cold'),
    text('Site', 80),
    owner(),
    ...auditFields(),
    date('LastActivityDate', readOnly),
    datetime('LastViewedDate', readOnly),
    datetime('LastReferencedDate', readOnly),
    flag('IsCustomerPortal', { ...readOnly }),
    text('Jigsaw', 20),
    text('JigsawCompanyId', 20, readOnly),
    picklist('AccountSource', 'Web|Phone Inquiry|Partner Referral|Purchased List|Other'),
    text('SicDesc', 80),
  ],
  { mergeable: true },
);
