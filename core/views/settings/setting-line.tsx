import { useId } from 'preact/hooks';
import type { Answer, Item } from '../../contract/client/index.ts';
import { settingsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import { nameSetting } from './name-setting.ts';
import { SettingField } from './setting-field.tsx';

export type Setting = Item<'GET /api/settings/{level}/{id}'>;
export type Level = Setting['from']['level'];
export type Change = { key: string; value: unknown; mayAdjust: boolean } | { key: string; remove: true };
export type ChangeAnswer = Answer<'PATCH /api/settings/{level}/{id}'>['results'][number];

interface LineProps {
  setting: Setting;
  /** A user adjusts for itself; wider levels also say whether narrower ones may. */
  wide: boolean;
  mayChange: boolean;
  onChange: (change: Change) => void;
}

/** One setting: what holds, who set it, and where it may be adjusted the control to do so. */
export const SettingLine = ({ setting, wide, mayChange, onChange }: LineProps) => {
  const t = useText(settingsText);
  const id = useId();
  const { key, value, from, adjustable, own } = setting;
  const name = nameSetting(t, key);
  const held = !adjustable || !mayChange;
  const mayAdjust = own?.mayAdjust ?? true;
  return (
    <li class="setting">
      <label for={id}>{name}</label>
      <SettingField
        id={id}
        name={key}
        value={value}
        held={held}
        describedBy={`${id}-from`}
        onChange={(next) => onChange({ key, value: next, mayAdjust })}
      />
      <p id={`${id}-from`} class="small quiet">
        {t(`from-${from.level}`)}
        {adjustable ? null : ` · ${t('locked')}`}
      </p>
      {own === null || held ? null : (
        <div class="row">
          {wide ? (
            <label class="small">
              <input
                type="checkbox"
                checked={mayAdjust}
                onChange={(event) => onChange({ key, value: own.value, mayAdjust: event.currentTarget.checked })}
              />{' '}
              {t('may-adjust')}
            </label>
          ) : null}
          <Button look="subtle" label={t('take-back-named', { name })} onPress={() => onChange({ key, remove: true })}>
            {t('take-back')}
          </Button>
        </div>
      )}
    </li>
  );
};
