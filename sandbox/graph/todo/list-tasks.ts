import type { MailboxOperation } from '../http/call.ts';
import { listAnswer, listOptions } from '../odata/list-answer.ts';
import { findTaskList } from './task-list-type.ts';
import { takeExpand, taskCollection } from './task-type.ts';

export const listTasks: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoTasks.list',
  right: 'Tasks.Read',
  options: listOptions,
  answer(call) {
    const list = findTaskList(call.mailbox, call.params.list);
    const { plain, type } = takeExpand(call);
    const answer = listAnswer(plain, type, taskCollection(call), call.mailbox.todoTasks.in(list));
    const body = answer.body as Record<string, unknown>;
    const next = body['@odata.nextLink'];
    // The link leads on with everything that was asked for.
    if (next && plain !== call) body['@odata.nextLink'] = `${next}&$expand=linkedResources`;
    return answer;
  },
};
