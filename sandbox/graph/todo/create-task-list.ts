import { created } from '../http/answer.ts';
import type { MailboxOperation } from '../http/call.ts';
import { refusals } from '../http/refusals.ts';
import { filledText, readProperties } from '../odata/read-properties.ts';
import { itemContext } from '../odata/show-item.ts';
import { wellKnown } from '../store/well-known.ts';
import { renderTaskList } from './task-list-type.ts';

export const createTaskList: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoLists.create',
  right: 'Tasks.ReadWrite',
  answer(call) {
    const { displayName } = readProperties('todoTaskList', call.body, { displayName: filledText }, []);
    if (typeof displayName !== 'string') throw refusals.invalidProperty("Required property 'displayName' is missing.");
    const row = call.mailbox.todoLists.create(wellKnown.folderTree, { displayName });
    return created({ '@odata.context': itemContext(call, 'todo/lists'), ...renderTaskList(call, row) });
  },
};
