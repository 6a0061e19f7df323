import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { categoriesOf } from './categories-of.ts';
import { findCategory } from './category.ts';

/** Leaves the name on the items that carry it. */
export const deleteCategory: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.masterCategories.delete',
  right: 'MailboxSettings.ReadWrite',
  answer(call) {
    const categories = categoriesOf(call.store, call.mailbox.owner);
    const gone = findCategory(categories, call.params.category);
    call.store.categories.set(
      call.mailbox.owner,
      categories.filter((one) => one !== gone),
    );
    return noContent();
  },
};
