import type { ItemType } from '../odata/item-type.ts';
import { type ContactBody, contactReaders, contactReadOnly } from './contact-body.ts';
import { renderContact } from './render-contact.ts';

export const contactType: ItemType<ContactBody> = {
  name: 'contact',
  properties: new Set([...Object.keys(contactReaders), ...contactReadOnly]),
  render: renderContact,
};
