import { ok } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { checkIfMatch } from '../http/check-if-match.ts';
import { filledText, readProperties } from '../odata/read-properties.ts';
import { itemContext } from '../odata/show-item.ts';
import { ownTaskList, renderTaskList } from './task-list-type.ts';

export const updateTaskList: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoLists.update',
  right: 'Tasks.ReadWrite',
  answer(call) {
    const row = ownTaskList(call.mailbox, call.params.list);
    checkIfMatch(call, row);
    const { displayName = row.body.displayName } = readProperties('todoTaskList', call.body, { displayName: filledText }, []);
    const next = call.mailbox.todoLists.update(row, { displayName: String(displayName) });
    return ok({ '@odata.context': itemContext(call, 'todo/lists'), ...renderTaskList(call, next) });
  },
};
