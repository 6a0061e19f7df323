import { flag, link, picklist, reference, text, whole } from '../field.ts';
import { auditFields, idField, modifiedFields, modstamp, objectType } from '../object-type.ts';

const setUp = { createable: false, updateable: false, deletable: false, undeletable: false, replicateable: false } as const;

export const recordType = objectType(
  'RecordType',
  '012',
  [
    idField(),
    text('Name', 80, { required: true, nameField: true }),
    text('DeveloperName', 80, { required: true }),
    text('NamespacePrefix', 15),
    text('Description', 255),
    picklist('SobjectType', '', { required: true, length: 40 }),
    flag('IsActive'),
    flag('IsPersonType'),
    ...auditFields(),
  ],
  setUp,
);

export const profile = objectType(
  'Profile',
  '00e',
  [
    idField(),
    text('Name', 255, { required: true, nameField: true }),
    flag('PermissionsApiEnabled', { initial: true }),
    flag('PermissionsViewAllData'),
    flag('PermissionsModifyAllData'),
    picklist('UserType', 'Standard*', { length: 40 }),
    text('Description', 255),
    ...auditFields(),
  ],
  setUp,
);

export const userRole = objectType(
  'UserRole',
  '00E',
  [
    idField(),
    text('Name', 80, { required: true, nameField: true }),
    reference('ParentRoleId', 'UserRole'),
    text('DeveloperName', 80),
    ...modifiedFields(),
    modstamp(),
  ],
  { ...setUp, createable: true },
);

export const group = objectType(
  'Group',
  '00G',
  [
    idField(),
    text('Name', 40, { required: true, nameField: true }),
    text('DeveloperName', 80),
    picklist('Type', 'Regular*|Queue|Role|Organization', { length: 40 }),
    ...auditFields(),
  ],
  setUp,
);

export const taskStatus = objectType(
  'TaskStatus',
  '01J',
  [
    idField(),
    text('MasterLabel', 255, { nameField: true }),
    text('ApiName', 255),
    whole('SortOrder'),
    flag('IsDefault'),
    flag('IsClosed'),
    ...auditFields(),
  ],
  setUp,
);

/** An installed managed package. */
export const installedPackage = objectType(
  'PackageLicense',
  '050',
  [
    idField(),
    text('NamespacePrefix', 15, { nameField: true }),
    picklist('Status', 'Active*|Expired|Free|Trial', { length: 40 }),
    link('ExternalLink'),
    ...auditFields(),
  ],
  setUp,
);

export const permissionSet = objectType(
  'PermissionSet',
  '0PS',
  [
    idField(),
    text('Name', 80, { required: true, nameField: true }),
    text('Label', 80),
    text('NamespacePrefix', 15),
    flag('IsOwnedByProfile'),
    flag('PermissionsViewAllData'),
    flag('PermissionsModifyAllData'),
    ...auditFields(),
  ],
  setUp,
);

/** Who holds a permission set. */
export const permissionSetAssignment = objectType(
  'PermissionSetAssignment',
  '0Pa',
  [
    idField(),
    reference('AssigneeId', 'User'),
    reference('PermissionSetId', 'PermissionSet'),
    flag('IsActive', { initial: true }),
    modstamp(),
  ],
  setUp,
);

/** Who is in a configuration of Einstein Activity Capture; the object is there only while that is switched on (Object Reference). */
export const userEmailCalendarSync = objectType(
  'UserEmailCalendarSync',
  '9Sy',
  [idField(), text('AssignedId', 18), text('ConfigurationId', 18), ...auditFields()],
  { ...setUp, createable: true, updateable: true },
);
