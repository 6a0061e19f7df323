import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext } from '../odata/show-item.ts';
import { findTaskList, renderTaskList, taskListRow } from './task-list-type.ts';

export const getTaskList: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoLists.get',
  right: 'Tasks.Read',
  answer(call) {
    const row = taskListRow(call.mailbox, findTaskList(call.mailbox, call.params.list));
    return ok({ '@odata.context': itemContext(call, 'todo/lists'), ...renderTaskList(call, row) });
  },
};
