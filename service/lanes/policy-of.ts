import { placeName, resolveSettings, type Settings, settingValues } from '../../core/customization/index.ts';
import type { ObjectKind } from '../../core/model/index.ts';
import type { ObjectPolicy, SyncPolicy } from '../../core/sync/index.ts';
import type { LaneFacts } from './ports.ts';

const day = 24 * 3_600_000;
/** Done tasks are kept in step so many days more (issue 3). */
const closedTaskDays = 14;

/** What the lane may do now: its settings of all levels, and the world it stands in. Pure. */
export function policyOf(facts: LaneFacts, now: number): SyncPolicy {
  const settings = settingValues(resolveSettings(facts.settings));
  const start = new Date(now - settings['event.window.daysBack'] * day).toISOString();
  const end = new Date(now + settings['event.window.daysAhead'] * day).toISOString();
  return {
    objects: { contact: objectPolicy('contact', settings), event: objectPolicy('event', settings), task: objectPolicy('task', settings) },
    window: { start, end },
    eventsFrom: settings['event.past'] ? null : facts.user.configuredAt,
    salesforceUserId: facts.user.salesforceUserId ?? '',
    addresses: facts.user.addresses,
    colleagues: new Set(facts.colleagues),
    invitations: 'ask',
    category: settings.category,
    contactFolder: placeName(settings.category, 'contact-folder'),
    taskList: placeName(settings.category, 'task-list'),
    conflictDays: settings['conflict.deadlineDays'],
    closedTasksFrom: new Date(now - closedTaskDays * day).toISOString().slice(0, 10),
  };
}

function objectPolicy(object: ObjectKind, settings: Settings): ObjectPolicy {
  return {
    up: settings[`${object}.up`],
    down: settings[`${object}.down`],
    trigger: settings[`${object}.trigger`],
    deletes: { up: settings[`${object}.deletions.up`], down: settings[`${object}.deletions.down`] },
    conflict: settings[`${object}.conflict`],
    fieldConflicts: settings[`${object}.conflict.fields`],
  };
}
