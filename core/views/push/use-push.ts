import { useState } from 'preact/hooks';
import { pushText } from '../../text/index.ts';
import { useApp, useSayTrouble, useText } from '../app/index.ts';
import { toTrouble } from '../connect/index.ts';
import type { Chosen } from './choose-settings.tsx';
import type { Look } from './push-look.tsx';
import type { Change, Target } from './target.ts';

/** So many targets are tried out in one request. */
const portion = 100;

const changesOf = ({ values, mayAdjust }: Chosen): Change[] => Object.entries(values).map(([key, value]) => ({ key, value, mayAdjust }));

/** Tries a push out, portion by portion, and begins it as a job. What was tried out is void as soon as anything else is chosen. */
export const usePush = (targets: readonly Target[], chosen: Chosen, onBegun: (jobId: string) => void) => {
  const app = useApp();
  const t = useText(pushText);
  const say = useSayTrouble();
  const [look, setLook] = useState<{ of: string; rows: Look } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const bare = targets.map(({ level, id }) => ({ level, id }));
  const ask = { changes: changesOf(chosen), replaceOwn: chosen.replaceOwn };
  const of = JSON.stringify([bare, ask]);
  const doing = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      const trouble = toTrouble(error, app.host.online());
      app.noticed(trouble);
      const reason = say(trouble);
      app.notice.value = { kind: 'bad', text: t('not-begun', { reason }) };
    } finally {
      setBusy(false);
    }
  };
  const { client } = app.service;
  return {
    rows: look?.of === of ? look.rows : undefined,
    ready: bare.length > 0 && ask.changes.length > 0,
    busy,
    tryOut: () =>
      doing(async () => {
        const rows: Look = [];
        for (let from = 0; from < bare.length; from += portion) {
          const body = { ...ask, targets: bare.slice(from, from + portion), dryRun: true };
          rows.push(...(await client.call('POST /api/settings/push', { body })).results);
        }
        setLook({ of, rows });
      }),
    begin: () => doing(async () => onBegun((await client.call('POST /api/settings/push/jobs', { body: { ...ask, targets: bare } })).id)),
  };
};
