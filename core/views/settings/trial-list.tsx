import { useId, useState } from 'preact/hooks';
import { settingsText, trySettingsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import { nameInFull } from './name-in-full.ts';
import type { Refusal } from './say-refusal.ts';
import type { Setting } from './setting-line.tsx';
import { TrialLine } from './trial-line.tsx';

export type TrialValues = Readonly<Record<string, unknown>>;

interface ListProps {
  /** What the choice of another setting is for, as its label. */
  label: string;
  /** Those that can be chosen, each with the value it begins with. */
  settings: readonly Pick<Setting, 'key' | 'value'>[];
  values: TrialValues;
  troubles?: ReadonlyMap<string, Refusal> | undefined;
  onChange: (values: TrialValues) => void;
}

/** Picks settings one by one and holds a value of each that is not saved yet. */
export const TrialList = ({ label, settings, values, troubles, onChange }: ListProps) => {
  const t = useText(trySettingsText);
  const s = useText(settingsText);
  const id = useId();
  const [picked, setPicked] = useState('');
  const rest = settings.filter(({ key }) => !(key in values));
  return (
    <>
      <form
        class="row try-setting"
        onSubmit={(event) => {
          event.preventDefault();
          const found = rest.find(({ key }) => key === picked);
          if (found !== undefined) onChange({ ...values, [found.key]: found.value });
          setPicked('');
        }}
      >
        <label for={id}>{label}</label>
        <select id={id} class="input" required value={picked} onChange={(event) => setPicked(event.currentTarget.value)}>
          <option value="">{t('choose')}</option>
          {rest.map(({ key }) => (
            <option key={key} value={key}>
              {nameInFull(s, key)}
            </option>
          ))}
        </select>
        <Button submit>{t('add')}</Button>
      </form>
      <ul>
        {Object.entries(values).map(([key, value]) => (
          <TrialLine
            key={key}
            name={key}
            value={value}
            trouble={troubles?.get(key)}
            onChange={(next) => onChange({ ...values, [key]: next })}
            onLeaveOut={() => onChange(Object.fromEntries(Object.entries(values).filter(([one]) => one !== key)))}
          />
        ))}
      </ul>
    </>
  );
};
