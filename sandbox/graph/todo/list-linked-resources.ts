import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { listContext } from '../odata/show-item.ts';
import { findTask, taskCollection } from './task-type.ts';

export const listLinkedResources: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.linkedResources.list',
  right: 'Tasks.Read',
  answer(call) {
    const value = findTask(call).body.linkedResources;
    return ok({ '@odata.context': listContext(call, `${taskCollection(call)}/linkedResources`), value });
  },
};
