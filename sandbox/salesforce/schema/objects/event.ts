import { eventCustomFields } from '../custom-fields.ts';
import { date, datetime, field, flag, longText, picklist, readOnly, reference, text, whole } from '../field.ts';
import { lockstepKey } from '../lockstep-key.ts';
import { auditFields, idField, isDeleted, objectType, owner } from '../object-type.ts';
import { activityFields, recurrenceFields } from './activity.ts';

const fixedAfterCreate = { updateable: false } as const;

export const event = objectType(
  'Event',
  '00U',
  [
    idField(),
    ...activityFields(),
    field('Subject', 'combobox', {
      length: 255,
      nameField: true,
      picklist: ['Call', 'Email', 'Meeting', 'Send Letter/Quote', 'Other'].map((value) => ({ value, isDefault: false })),
    }),
    text('Location', 255),
    flag('IsAllDayEvent', { label: 'All-Day Event' }),
    datetime('ActivityDateTime', { label: 'Due Date Time' }),
    date('ActivityDate', { label: 'Due Date Only', indexed: false }),
    whole('DurationInMinutes', { label: 'Duration' }),
    datetime('StartDateTime'),
    datetime('EndDateTime'),
    date('EndDate', { ...readOnly }),
    longText('Description', 32000),
    reference('AccountId', 'Account', readOnly),
    owner('Calendar|User'),
    picklist('Type', 'Email|Meeting|Other|Call', { length: 40 }),
    flag('IsPrivate', { label: 'Private' }),
    picklist('ShowAs', 'Busy*|OutOfOffice|Free', { length: 40, label: 'Show Time As', restricted: true }),
    isDeleted(),
    flag('IsChild', readOnly),
    flag('IsGroupEvent', readOnly),
    picklist('GroupEventType', '0*|1|2|3', { ...readOnly, length: 40 }),
    ...auditFields(),
    flag('IsArchived', readOnly),
    ...recurrenceFields('DateTime'),
    flag('IsRecurrence2', readOnly),
    flag('IsRecurrence2Exception', readOnly),
    flag('IsRecurrence2Exclusion', readOnly),
    longText('Recurrence2PatternText', 512, fixedAfterCreate),
    picklist('Recurrence2PatternVersion', '1', { ...readOnly, length: 40 }),
    datetime('Recurrence2PatternStartDate', readOnly),
    text('Recurrence2PatternTimeZone', 255, readOnly),
    datetime('ReminderDateTime'),
    flag('IsReminderSet', { label: 'Reminder Set' }),
    picklist('EventSubtype', 'Event*', { ...fixedAfterCreate, length: 40 }),
    text('ClientGuid', 512, { ...readOnly }),
    lockstepKey(false),
    ...eventCustomFields(),
  ],
  { mergeable: false },
);
