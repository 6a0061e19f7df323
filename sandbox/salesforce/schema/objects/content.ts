import { datetime, field, flag, link, longText, picklist, readOnly, reference, text, whole } from '../field.ts';
import { auditFields, idField, isDeleted, objectType, owner } from '../object-type.ts';

const once = { updateable: false } as const;

/** A file: each save of its bytes is a ContentVersion, the file itself the ContentDocument that the first version makes. */
export const contentVersion = objectType('ContentVersion', '068', [
  idField(),
  reference('ContentDocumentId', 'ContentDocument', { ...once, indexed: true }),
  flag('IsLatest', { ...readOnly, initial: true }),
  link('ContentUrl', { length: 1300 }),
  text('VersionNumber', 20, readOnly),
  text('Title', 255, { required: true, nameField: true }),
  longText('Description', 1000),
  text('ReasonForChange', 1000, once),
  picklist('SharingOption', 'A*|R', { length: 40 }),
  longText('PathOnClient', 500, { ...once, required: true }),
  isDeleted(),
  ...auditFields(),
  owner(),
  reference('FirstPublishLocationId', 'Account|Case|Contact|EmailMessage|Event|Lead|Opportunity|Task|User', { ...once, indexed: true }),
  picklist('Origin', 'C*|H', { ...once, length: 40 }),
  picklist('ContentLocation', 'S*|E|L', { ...once, length: 40 }),
  text('FileType', 20, readOnly),
  text('FileExtension', 40, readOnly),
  whole('ContentSize', readOnly),
  text('Checksum', 50, readOnly),
  field('VersionData', 'base64', { ...once }),
]);

export const contentDocument = objectType(
  'ContentDocument',
  '069',
  [
    idField(),
    ...auditFields(),
    isDeleted(),
    owner(),
    text('Title', 255, { required: true, nameField: true }),
    longText('Description', 1000),
    text('PublishStatus', 40, readOnly),
    reference('LatestPublishedVersionId', 'ContentVersion', readOnly),
    text('FileType', 20, readOnly),
    text('FileExtension', 40, readOnly),
    whole('ContentSize', readOnly),
    datetime('ContentModifiedDate', readOnly),
    reference('ParentId', '', { ...readOnly, referenceTo: [] }),
  ],
  { createable: false },
);

export const contentDocumentLink = objectType('ContentDocumentLink', '06A', [
  idField(),
  reference('LinkedEntityId', 'Account|Case|Contact|EmailMessage|Event|Lead|Opportunity|Task|User', {
    required: true,
    ...once,
    indexed: true,
  }),
  reference('ContentDocumentId', 'ContentDocument', { required: true, ...once, indexed: true }),
  isDeleted(),
  datetime('SystemModstamp', { ...readOnly, required: true, defaultedOnCreate: true }),
  picklist('ShareType', 'V*|C|I', { length: 40 }),
  picklist('Visibility', 'AllUsers*|InternalUsers|SharedUsers', { length: 40 }),
]);
