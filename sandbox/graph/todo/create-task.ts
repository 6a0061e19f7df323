import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { itemContext } from '../odata/show-item.ts';
import { normalizeTask } from './normalize-task.ts';
import { writableTaskList } from './task-list-type.ts';
import { renderTask, taskCollection } from './task-type.ts';

export const createTask: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoTasks.create',
  right: 'Tasks.ReadWrite',
  answer(call) {
    const list = writableTaskList(call.mailbox, call.params.list);
    const row = call.mailbox.todoTasks.create(list, normalizeTask(call.body, call.store.desk.clock.now()));
    return created({ '@odata.context': itemContext(call, taskCollection(call)), ...renderTask(call, row) });
  },
};
