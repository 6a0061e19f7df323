import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { ownTaskList } from './task-list-type.ts';

export const deleteTaskList: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoLists.delete',
  right: 'Tasks.ReadWrite',
  answer(call) {
    const { todoLists, todoTasks } = call.mailbox;
    const row = ownTaskList(call.mailbox, call.params.list);
    for (const task of [...todoTasks.in(row.no)]) todoTasks.remove(task);
    todoLists.remove(row);
    return noContent();
  },
};
