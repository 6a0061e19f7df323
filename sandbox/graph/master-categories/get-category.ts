import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext } from '../odata/show-item.ts';
import { categoriesOf } from './categories-of.ts';
import { findCategory } from './category.ts';

export const getCategory: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.masterCategories.get',
  right: 'MailboxSettings.Read',
  answer(call) {
    const category = findCategory(categoriesOf(call.store, call.mailbox.owner), call.params.category);
    return ok({ '@odata.context': itemContext(call, 'outlook/masterCategories'), ...category });
  },
};
