import { datetime, flag, picklist, readOnly, reference, text } from '../field.ts';
import { auditFields, idField, isDeleted, objectType } from '../object-type.ts';

/** Who is invited to an Event, and (with Shared Activities) whom and what it is about. Its writes do not touch the Event's SystemModstamp. */
export const eventRelation = objectType('EventRelation', '0RE', [
  idField(),
  reference('RelationId', 'Account|Calendar|Case|Contact|Lead|Opportunity|User', { required: true, updateable: false, indexed: true }),
  reference('EventId', 'Event', { required: true, updateable: false, indexed: true }),
  flag('IsWhat', { updateable: false }),
  flag('IsParent', { updateable: false }),
  flag('IsInvitee', { updateable: false, initial: true }),
  flag('IsOrganizer', readOnly),
  reference('AccountId', 'Account', readOnly),
  picklist('Status', 'New*|Declined|Accepted|Uninvited|Organizer', { length: 40 }),
  datetime('RespondedDate'),
  text('Response', 255),
  ...auditFields(),
  isDeleted(),
]);
