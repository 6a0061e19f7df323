import { useRef, useState } from 'preact/hooks';
import { trySettingsText } from '../../text/index.ts';
import { useApp, useSayTrouble, useText } from '../app/index.ts';
import { type Trouble, toTrouble } from '../connect/index.ts';
import { useRehearsal } from '../rehearsal/index.ts';
import type { Refusal } from './say-refusal.ts';
import type { Setting } from './setting-line.tsx';
import { settingTroubles } from './setting-troubles.ts';
import type { TrialValues } from './trial-list.tsx';

interface Failure {
  text: string;
  troubles: ReadonlyMap<string, Refusal>;
}

/** Settings that were changed in the page and are not saved yet. */
export const useTrial = (organizationId: string, settings: readonly Setting[], onSaved: () => void) => {
  const app = useApp();
  const t = useText(trySettingsText);
  const say = useSayTrouble();
  const rehearsal = useRehearsal(organizationId);
  const [values, setValues] = useState<TrialValues>({});
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [saving, setSaving] = useState(false);
  const keys = Object.keys(values);
  /** The values as they stand now, for an answer that comes after more was changed. */
  const standing = useRef(values);
  standing.current = values;

  /** What was rehearsed or refused was said of the values before. */
  const put = (next: TrialValues): void => {
    setValues(next);
    setFailure(undefined);
    rehearsal.clear();
  };
  const explain = (trouble: Trouble, of: 'not-saved' | 'not-rehearsed'): Failure => ({
    text: t(of, { reason: say(trouble) }),
    troubles: settingTroubles(trouble.problem?.problem?.errors ?? [], keys),
  });
  const rehearse = (): void => {
    setFailure(undefined);
    void rehearsal.run({ settings: { ...values } });
  };
  const send = async (): Promise<void> => {
    // Whether narrower levels may adjust it stays as it is.
    const changes = keys.map((key) => ({
      ...{ key, value: values[key] },
      mayAdjust: settings.find((one) => one.key === key)?.own?.mayAdjust ?? true,
    }));
    const path = { level: 'organization' as const, id: organizationId };
    const { results } = await app.service.client.call('PATCH /api/settings/{level}/{id}', { path, body: { changes } });
    const refused = results.flatMap(({ key, problem }) => (problem === null ? [] : [[key, problem] as const]));
    const isRefused = new Map(refused);
    const changedSince = (key: string): boolean => standing.current[key] !== values[key];
    put(Object.fromEntries(Object.entries(standing.current).filter(([key]) => isRefused.has(key) || changedSince(key))));
    const made = results.length - refused.length;
    if (made > 0) app.notice.value = { kind: 'good', text: t('saved', { count: made }) };
    if (refused.length > 0) setFailure({ text: t('refused', { count: refused.length }), troubles: isRefused });
    onSaved();
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      await send();
    } catch (error) {
      const trouble = toTrouble(error, app.host.online());
      app.noticed(trouble);
      setFailure(explain(trouble, 'not-saved'));
    } finally {
      setSaving(false);
    }
  };
  const { state } = rehearsal;
  return {
    values,
    keys,
    put,
    rehearse,
    save,
    saving,
    rehearsal: state,
    failure: failure ?? (state.kind === 'failed' ? explain(state.trouble, 'not-rehearsed') : undefined),
  };
};
