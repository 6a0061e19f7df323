import { pushText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Card } from '../parts/index.ts';
import { canTry, TrialList, type TrialValues, useSettings } from '../settings/index.ts';

export interface Chosen {
  values: TrialValues;
  mayAdjust: boolean;
  replaceOwn: boolean;
}

interface ChooseProps {
  /** Of which organization the present values are, to begin with. */
  organizationId: string;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Which settings, with which values, and whether they may be adjusted below. */
export const ChooseSettings = ({ organizationId, chosen, onChange }: ChooseProps) => {
  const t = useText(pushText);
  const known = useSettings('organization', organizationId).shown.value?.value ?? [];
  const settings = known.filter((one) => canTry({ ...one, adjustable: true }));
  return (
    <Card title={t('what')}>
      <TrialList
        label={t('choose-setting')}
        settings={settings}
        values={chosen.values}
        onChange={(values) => onChange({ ...chosen, values })}
      />
      {(['mayAdjust', 'replaceOwn'] as const).map((name) => (
        <label key={name} class="push-choice">
          <input
            type="checkbox"
            checked={chosen[name]}
            onChange={(event) => onChange({ ...chosen, [name]: event.currentTarget.checked })}
          />{' '}
          {t(name === 'mayAdjust' ? 'may-adjust' : 'replace-own')}
        </label>
      ))}
    </Card>
  );
};
