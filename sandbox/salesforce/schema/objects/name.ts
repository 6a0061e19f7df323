import { email, field, flag, phone, picklist, reference, text } from '../field.ts';
import { idField, objectType } from '../object-type.ts';

/** What is seen of a parent that may be of several kinds (Who, What, Owner, Relation). Never queried itself. */
export const name = objectType(
  'Name',
  null,
  [
    idField(),
    text('Name', 255, { nameField: true }),
    text('LastName', 80),
    text('FirstName', 40),
    picklist('Type', '', { length: 40 }),
    text('Alias', 8),
    reference('UserRoleId', 'UserRole'),
    flag('IsActive'),
    reference('ProfileId', 'Profile'),
    text('Title', 128),
    email('Email'),
    phone('Phone'),
    text('Username', 80),
    field('NameOrAlias', 'string', { length: 255 }),
  ],
  { createable: false, updateable: false, deletable: false, undeletable: false, replicateable: false, queryable: false },
);
