import { picklist, readOnly, reference, text } from '../field.ts';
import { createdFields, idField, isDeleted, modstamp, objectType } from '../object-type.ts';

export const emailMessageRelation = objectType(
  'EmailMessageRelation',
  '0Cx',
  [
    idField(),
    reference('EmailMessageId', 'EmailMessage', { required: true, updateable: false, indexed: true }),
    reference('RelationId', 'Contact|Lead|User', { updateable: false, indexed: true }),
    picklist('RelationType', 'ToAddress|CcAddress|BccAddress|FromAddress|OtherAddress', {
      required: true,
      updateable: false,
      length: 40,
      restricted: true,
    }),
    text('RelationAddress', 1000, { updateable: false }),
    text('RelationObjectType', 40, readOnly),
    ...createdFields(),
    modstamp(),
    isDeleted(),
  ],
  { updateable: false },
);
