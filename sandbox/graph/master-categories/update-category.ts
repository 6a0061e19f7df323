import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { oneOf, readProperties } from '../odata/read-properties.ts';
import { itemContext } from '../odata/show-item.ts';
import { categoriesOf } from './categories-of.ts';
import { type Category, categoryColors, findCategory } from './category.ts';

/** The name is fixed at creation; only the colour can change. */
export const updateCategory: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.masterCategories.update',
  right: 'MailboxSettings.ReadWrite',
  answer(call) {
    const categories = categoriesOf(call.store, call.mailbox.owner);
    const before = findCategory(categories, call.params.category);
    const written = readProperties('outlookCategory', call.body, { color: oneOf(...categoryColors) }, ['id', 'displayName']);
    const after: Category = { ...before, ...written };
    call.store.categories.set(
      call.mailbox.owner,
      categories.map((one) => (one === before ? after : one)),
    );
    return ok({ '@odata.context': itemContext(call, 'outlook/masterCategories'), ...after });
  },
};
