import { randomUUID } from 'node:crypto';
import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { GraphError } from '../http/graph-error.ts';
import { refusals } from '../http/refusals.ts';
import { oneOf, readProperties, text } from '../odata/read-properties.ts';
import { itemContext } from '../odata/show-item.ts';
import { categoriesOf } from './categories-of.ts';
import { type Category, categoryColors } from './category.ts';

export const createCategory: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.masterCategories.create',
  right: 'MailboxSettings.ReadWrite',
  answer(call) {
    const written = readProperties('outlookCategory', call.body, { displayName: text, color: oneOf(...categoryColors) }, ['id']);
    const { displayName, color = 'none' } = written as Partial<Category>;
    if (!displayName) throw refusals.invalidProperty("Required property 'displayName' is missing.");
    const categories = categoriesOf(call.store, call.mailbox.owner);
    if (categories.some((one) => one.displayName.toLowerCase() === displayName.toLowerCase()))
      throw new GraphError(409, 'CategoryNameDuplicate', `A category with the name '${displayName}' already exists.`);
    const category: Category = { id: randomUUID(), displayName, color };
    call.store.categories.set(call.mailbox.owner, [...categories, category]);
    return created({ '@odata.context': itemContext(call, 'outlook/masterCategories'), ...category });
  },
};
