import { placeName, resolveSettings, type Settings, settingValues } from '../../core/customization/index.ts';
import type { ObjectKind, SourceKind } from '../../core/model/index.ts';
import type { ObjectPolicy, SyncPolicy } from '../../core/sync/index.ts';
import { mailPolicyOf } from './mail-policy-of.ts';
import type { LaneFacts } from './ports.ts';

const day = 24 * 3_600_000;
/** Done tasks are kept in step so many days more (issue 3). */
const closedTaskDays = 14;
/** A series without end would fill however wide a window (of an import, say) with a meeting for each day of it. */
const seriesDays = { back: 31, ahead: 366 };

/** What the lane may do now: its settings of all levels, and the world it stands in. Pure. */
export function policyOf(facts: LaneFacts, now: number): SyncPolicy {
  const resolved = resolveSettings(facts.settings);
  const settings = settingValues(resolved);
  const start = new Date(now - settings['event.window.daysBack'] * day).toISOString();
  const end = new Date(now + settings['event.window.daysAhead'] * day).toISOString();
  const policy: SyncPolicy = {
    objects: {
      contact: objectPolicy('contact', settings),
      event: objectPolicy('event', settings),
      task: objectPolicy('task', settings),
      email: emailPolicy(settings),
    },
    window: { start, end },
    seriesWindow: {
      start: new Date(now - Math.min(settings['event.window.daysBack'], seriesDays.back) * day).toISOString(),
      end: new Date(now + Math.min(settings['event.window.daysAhead'], seriesDays.ahead) * day).toISOString(),
    },
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
    mail: mailPolicyOf(resolved, facts),
    contactAccount: mapsAccount(settings) ? 'off' : settings['contact.account'],
    contactLead: settings['contact.lead'],
  };
  return facts.source ? sourcePolicy(policy, facts.source.kind) : policy;
}

const nothing: ObjectPolicy = {
  up: false,
  down: false,
  trigger: 'saved',
  deletes: { up: false, down: false },
  conflict: 'outlook',
  fieldConflicts: {},
};

/** The organization's own rules say what a new Contact belongs to. */
const mapsAccount = (settings: Settings): boolean =>
  settings['contact.mapping'].some((rule) => 'salesforce' in rule && rule.salesforce.toLowerCase() === 'accountid');

/** Of a Team or a site only events, all of them, upward only: what it says goes, and nothing is ever asked back. */
function sourcePolicy(policy: SyncPolicy, source: SourceKind): SyncPolicy {
  const { up, deletes } = policy.objects.event;
  const event: ObjectPolicy = { ...nothing, up, trigger: 'everything', deletes: { up: deletes.up, down: false } };
  return { ...policy, source, objects: { contact: nothing, task: nothing, email: nothing, event } };
}

/** Mails go upward only, whole and once: nothing comes down, and nothing can be in conflict. */
function emailPolicy(settings: Settings): ObjectPolicy {
  const deletes = { up: settings['email.deletions.up'], down: false };
  return { up: settings['email.up'], down: false, trigger: settings['email.trigger'], deletes, conflict: 'outlook', fieldConflicts: {} };
}

function objectPolicy(object: Exclude<ObjectKind, 'email'>, settings: Settings): ObjectPolicy {
  return {
    up: settings[`${object}.up`],
    down: settings[`${object}.down`],
    trigger: settings[`${object}.trigger`],
    deletes: { up: settings[`${object}.deletions.up`], down: settings[`${object}.deletions.down`] },
    conflict: settings[`${object}.conflict`],
    fieldConflicts: settings[`${object}.conflict.fields`],
  };
}
