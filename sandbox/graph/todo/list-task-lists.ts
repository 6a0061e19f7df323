import type { MailboxOperation } from '../http/call.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import { taskLists, taskListType } from './task-list-type.ts';

export const listTaskLists: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoLists.list',
  right: 'Tasks.Read',
  options: listOptions,
  answer(call) {
    return listAnswer(call, taskListType, 'todo/lists', taskLists(call.mailbox));
  },
};
