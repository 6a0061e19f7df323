import { noContent } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { findTask } from './task-type.ts';

export const deleteTask: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoTasks.delete',
  right: 'Tasks.ReadWrite',
  answer(call) {
    const row = findTask(call);
    checkIfMatch(call, row);
    call.mailbox.todoTasks.remove(row);
    return noContent();
  },
};
