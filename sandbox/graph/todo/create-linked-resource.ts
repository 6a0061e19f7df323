import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { addLink } from './normalize-task.ts';
import { findTask } from './task-type.ts';

export const createLinkedResource: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.linkedResources.create',
  right: 'Tasks.ReadWrite',
  answer(call) {
    const row = findTask(call);
    const { task, link } = addLink(row.body, call.body);
    call.mailbox.todoTasks.update(row, task);
    return created({ ...link });
  },
};
