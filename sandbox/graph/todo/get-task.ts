import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext, showItem } from '../odata/show-item.ts';
import { findTask, takeExpand, taskCollection } from './task-type.ts';

export const getTask: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoTasks.get',
  right: 'Tasks.Read',
  options: ['$select', '$expand'],
  answer(call) {
    const row = findTask(call);
    const { plain, type } = takeExpand(call);
    return ok({ '@odata.context': itemContext(call, taskCollection(call)), ...showItem(plain, type, row) });
  },
};
