import { deltaRound } from '../delta/delta-round.ts';
import type { MailboxOperation } from '../http/call.ts';
import { readSelect } from '../odata/select.ts';
import { listContext } from '../odata/show-item.ts';
import { findTaskList } from './task-list-type.ts';
import { renderTask, taskCollection, taskId, taskType } from './task-type.ts';

export const deltaTasks: MailboxOperation = {
  of: 'mailbox',
  name: 'graph.todoTasks.delta',
  right: 'Tasks.Read',
  options: ['$select', '$skiptoken', '$deltatoken'],
  answer(call) {
    const list = findTaskList(call.mailbox, call.params.list);
    const select = call.query.get('$select');
    readSelect(select, 'todoTask', taskType.properties);
    let pick: ReturnType<typeof readSelect>;
    return deltaRound(call, {
      log: call.mailbox.todoTasks.log(list),
      collection: `todo/${list}`,
      context: listContext(call, taskCollection(call)),
      options: select === undefined ? {} : { select },
      show(entry, { options }) {
        if (entry.gone !== undefined) return [{ id: taskId(call.mailbox, entry.no), '@removed': { reason: 'deleted' } }];
        const row = call.mailbox.todoTasks.get(entry.no);
        if (!row) return [];
        pick ??= readSelect(options.select ?? '*', 'todoTask', taskType.properties);
        const whole = { '@odata.type': '#microsoft.graph.todoTask', ...renderTask(call, row) };
        return [pick ? pick(whole) : whole];
      },
    });
  },
};
