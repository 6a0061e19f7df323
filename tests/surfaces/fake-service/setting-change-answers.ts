import type { Answers } from './answer.ts';
import { idOf } from './id-of.ts';
import { page } from './reply.ts';

const made = (value: unknown, mayAdjust = true) => ({ value, mayAdjust });

/** 23 changes of settings: of every shape of value, one by a partner, the last of which was changed again since. */
export const demoSettingChanges = (now: number) => {
  const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
  const change = (number: number, key: string, before: object | null, after: object | null, more: object = {}) => ({
    ...{ id: idOf(8, 200 + number), level: 'group', levelId: idOf(8, 1), key, before, after, by: 'admin@acme.example', onBehalfOf: null },
    ...{ at: ago(number * 7), isUndo: false, undone: false, ...more },
  });
  return [
    change(1, 'contact.up', null, made(false)),
    change(2, 'contact.conflict.fields', made({}), made({ title: 'outlook', businessPhone: 'ask' }, false), {
      by: 'help@partner.example',
      onBehalfOf: { id: idOf(2, 1), name: 'Acme GmbH' },
    }),
    change(3, 'exclude.domains', made(['a.example']), made(['a.example', 'b.example'])),
    change(4, 'event.trigger', made('category'), null, { undone: true }),
    ...Array.from({ length: 19 }, (_, at) => change(5 + at, 'event.window.daysAhead', made(30 + at), made(31 + at))),
  ];
};

/** What was set on a level, and taking it back. */
export const settingChangeAnswers: Answers = [
  [/^GET \/api\/settings\/[^/]+\/[^/]+\/changes$/, ({ world }, { query }) => page(world.settingChanges, query)],
  [
    /^POST \/api\/settings\/changes\/([^/]+)\/undo$/,
    ({ world }, { body }, [id]) => {
      const change = world.settingChanges.find((one) => one.id === id);
      const stale = change?.key === 'event.window.daysAhead';
      if (!stale && body.dryRun !== true && change) change.undone = true;
      return {
        status: 200,
        body: {
          outcome: stale ? 'refused' : body.dryRun === true ? 'planned' : 'done',
          reason: stale ? 'changed-since' : null,
          ...{ current: change?.after, restored: change?.before, users: 3, ownValues: 1 },
          holds: { value: true, from: { level: 'organization', id: idOf(3, 0) } },
        },
      };
    },
  ],
];
