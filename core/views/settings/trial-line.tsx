import { useId } from 'preact/hooks';
import { settingsText, trySettingsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button, StateIcon } from '../parts/index.ts';
import { nameInFull } from './name-in-full.ts';
import { type Refusal, sayRefusal } from './say-refusal.ts';
import { SettingField } from './setting-field.tsx';

interface LineProps {
  name: string;
  value: unknown;
  trouble: Refusal | undefined;
  onChange: (value: unknown) => void;
  onLeaveOut: () => void;
}

/** One setting that is tried out. */
export const TrialLine = ({ name, value, trouble, onChange, onLeaveOut }: LineProps) => {
  const t = useText(trySettingsText);
  const s = useText(settingsText);
  const id = useId();
  const said = nameInFull(s, name);
  return (
    <li class="setting">
      <label for={id}>{said}</label>
      <SettingField id={id} name={name} value={value} held={false} describedBy={`${id}-trouble`} onChange={onChange} />
      <Button look="subtle" label={t('leave-out-named', { name: said })} onPress={onLeaveOut}>
        {t('leave-out')}
      </Button>
      <p id={`${id}-trouble`} class="field-error small">
        {trouble === undefined ? null : (
          <>
            <StateIcon state="needs-attention" size={16} />
            <span>{sayRefusal(s, trouble)}</span>
          </>
        )}
      </p>
    </li>
  );
};
