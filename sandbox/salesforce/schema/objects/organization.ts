import { address } from '../address.ts';
import { date, flag, phone, picklist, text } from '../field.ts';
import { auditFields, idField, objectType } from '../object-type.ts';

export const organization = objectType(
  'Organization',
  '00D',
  [
    idField(),
    text('Name', 80, { required: true, nameField: true }),
    text('Division', 80),
    ...address(''),
    phone('Phone'),
    phone('Fax'),
    text('PrimaryContact', 80),
    picklist('DefaultLocaleSidKey', '', { length: 40 }),
    picklist('LanguageLocaleKey', '', { length: 40 }),
    picklist('TimeZoneSidKey', '', { length: 40 }),
    text('OrganizationType', 40),
    text('NamespacePrefix', 15),
    text('InstanceName', 5),
    ...['Account', 'Contact', 'Lead', 'Opportunity', 'Case'].map((name) => text(`Default${name}Access`, 40)),
    flag('IsSandbox'),
    date('TrialExpirationDate'),
    ...auditFields(),
  ],
  { createable: false, deletable: false, undeletable: false, replicateable: false },
);
