import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { cutPage, pageOptions } from '../odata/cut-page.ts';
import { listContext } from '../odata/show-item.ts';
import { categoriesOf } from './categories-of.ts';

export const listCategories: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.masterCategories.list',
  right: 'MailboxSettings.Read',
  options: pageOptions,
  answer(call) {
    const page = cutPage(call, categoriesOf(call.store, call.mailbox.owner), 1000);
    return ok({ '@odata.context': listContext(call, 'outlook/masterCategories'), ...page.counts, value: page.rows, ...page.links });
  },
};
