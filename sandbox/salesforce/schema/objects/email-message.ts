import { datetime, field, flag, longText, picklist, readOnly, reference, text, whole } from '../field.ts';
import { lockstepKey } from '../lockstep-key.ts';
import { auditFields, idField, isDeleted, objectType } from '../object-type.ts';

const once = { updateable: false } as const;

/** A JunctionIdList: ids of contacts, leads and users, from which relations are made. */
const people = (name: string) =>
  field(name, 'junctionidlist', { referenceTo: ['Contact', 'Lead', 'User'], filterable: false, sortable: false });

/** A mail (Enhanced Email). Read-only once it is no draft: everything must be in the create. */
export const emailMessage = objectType('EmailMessage', '02s', [
  idField(),
  reference('ParentId', 'Case', { indexed: true, ...once }),
  reference('ActivityId', 'Task', { ...once }),
  longText('TextBody', 131072),
  longText('HtmlBody', 131072),
  longText('Headers', 131072),
  field('Subject', 'string', { length: 3000, nameField: true }),
  text('FromName', 1000),
  field('FromAddress', 'email', { length: 1000 }),
  text('ValidatedFromAddress', 1000),
  longText('ToAddress', 4000),
  longText('CcAddress', 4000),
  longText('BccAddress', 4000),
  flag('Incoming'),
  flag('HasAttachment', readOnly),
  picklist('Status', '0*|1|2|3|4|5', { required: true, length: 40 }),
  datetime('MessageDate'),
  isDeleted(),
  reference('ReplyToEmailMessageId', 'EmailMessage'),
  flag('IsPrivateDraft', readOnly),
  flag('IsExternallyVisible'),
  text('MessageIdentifier', 255, { indexed: true }),
  text('ThreadIdentifier', 255, { indexed: true }),
  whole('MessageSize', readOnly),
  flag('IsClientManaged'),
  reference('RelatedToId', 'Account|Case|Opportunity|Lead|Contact', { indexed: true }),
  flag('IsTracked'),
  datetime('FirstOpenedDate', readOnly),
  datetime('LastOpenedDate', readOnly),
  flag('IsBounced', readOnly),
  ...auditFields(),
  people('ToIds'),
  people('CcIds'),
  people('BccIds'),
  lockstepKey(true),
]);
