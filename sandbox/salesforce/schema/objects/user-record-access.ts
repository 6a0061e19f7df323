import { flag, picklist, reference } from '../field.ts';
import { objectType } from '../object-type.ts';

/** May this user do that to that record? Not stored: answered for one UserId and up to 200 RecordIds named in the filter. */
export const userRecordAccess = objectType(
  'UserRecordAccess',
  null,
  [
    reference('UserId', 'User'),
    reference('RecordId', 'Account|Case|Contact|Event|Lead|Opportunity|Task'),
    flag('HasReadAccess'),
    flag('HasEditAccess'),
    flag('HasDeleteAccess'),
    flag('HasTransferAccess'),
    flag('HasAllAccess'),
    picklist('MaxAccessLevel', 'None|Read|Edit|Delete|Transfer|All', { length: 40 }),
  ],
  { createable: false, updateable: false, deletable: false, undeletable: false, replicateable: false },
);
