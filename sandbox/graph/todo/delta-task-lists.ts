import { deltaRound } from '../delta/delta-round.ts';
import type { MailboxOperation } from '../http/call.ts';
import { listContext } from '../odata/show-item.ts';
import { wellKnown } from '../store/well-known.ts';
import { renderTaskList, taskListId } from './task-list-type.ts';

export const deltaTaskLists: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoLists.delta',
  right: 'Tasks.Read',
  options: ['$skiptoken', '$deltatoken'],
  answer(call) {
    const { mailbox } = call;
    return deltaRound(call, {
      log: mailbox.todoLists.log(wellKnown.folderTree),
      collection: 'todoLists',
      context: listContext(call, 'todo/lists'),
      options: {},
      show(entry) {
        if (entry.gone !== undefined) return [{ id: taskListId(mailbox, entry.no), '@removed': { reason: 'deleted' } }];
        const row = mailbox.todoLists.get(entry.no);
        return row ? [renderTaskList(call, row)] : [];
      },
    });
  },
};
