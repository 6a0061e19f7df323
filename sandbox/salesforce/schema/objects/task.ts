import { date, datetime, field, flag, longText, picklist, readOnly, reference, text, whole } from '../field.ts';
import { lockstepKey } from '../lockstep-key.ts';
import { auditFields, idField, isDeleted, objectType, owner } from '../object-type.ts';
import { activityFields, recurrenceFields } from './activity.ts';

export const task = objectType('Task', '00T', [
  idField(),
  ...activityFields(),
  field('Subject', 'combobox', {
    length: 255,
    nameField: true,
    picklist: ['Call', 'Send Letter', 'Send Quote', 'Other'].map((value) => ({ value, isDefault: false })),
  }),
  date('ActivityDate', { label: 'Due Date Only' }),
  picklist('Status', 'Not Started*|In Progress|Completed|Waiting on someone else|Deferred', { required: true }),
  picklist('Priority', 'High|Normal*|Low', { required: true }),
  flag('IsHighPriority', { ...readOnly, compute: (row) => row.Priority === 'High' }),
  owner('Group|User'),
  longText('Description', 32000),
  picklist('Type', 'Call|Meeting|Other|Email', { length: 40 }),
  isDeleted(),
  reference('AccountId', 'Account', readOnly),
  flag('IsClosed', { ...readOnly, compute: (row) => row.Status === 'Completed' }),
  ...auditFields(),
  flag('IsArchived', readOnly),
  whole('CallDurationInSeconds'),
  picklist('CallType', 'Internal|Inbound|Outbound', { length: 40 }),
  text('CallDisposition', 255),
  text('CallObject', 255),
  datetime('ReminderDateTime'),
  flag('IsReminderSet', { label: 'Reminder Set' }),
  ...recurrenceFields('DateOnly'),
  picklist('RecurrenceRegeneratedType', 'RecurrenceRegenerateAfterDueDate|RecurrenceRegenerateAfterToday|RecurrenceRegenerated', {
    length: 40,
  }),
  picklist('TaskSubtype', 'Task*|Email|ListEmail|Cadence|Call|LinkedIn', { updateable: false, length: 40 }),
  datetime('CompletedDateTime', readOnly),
  lockstepKey(false),
]);
