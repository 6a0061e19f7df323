import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { itemContext } from '../odata/show-item.ts';
import { normalizeTask } from './normalize-task.ts';
import { findTask, renderTask, taskCollection } from './task-type.ts';

export const updateTask: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoTasks.update',
  right: 'Tasks.ReadWrite',
  answer(call) {
    const row = findTask(call);
    checkIfMatch(call, row);
    const next = call.mailbox.todoTasks.update(row, normalizeTask(call.body, call.store.desk.clock.now(), row.body));
    return ok({ '@odata.context': itemContext(call, taskCollection(call)), ...renderTask(call, next) });
  },
};
