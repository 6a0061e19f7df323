import { useId, useState } from 'preact/hooks';
import { pushText, settingsText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Button, Card } from '../parts/index.ts';
import { canTry, nameInFull, TrialLine } from '../settings/index.ts';

export interface Chosen {
  values: Readonly<Record<string, unknown>>;
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
  const s = useText(settingsText);
  const id = useId();
  const [picked, setPicked] = useState('');
  const path = { level: 'organization' as const, id: organizationId };
  const resource = useResource(
    `settings organization ${organizationId}`,
    async (client) => (await client.call('GET /api/settings/{level}/{id}', { path })).items,
    (event) => event.kind === 'settings.changed',
  );
  const settings = (resource.shown.value?.value ?? []).filter((one) => canTry({ ...one, adjustable: true }));
  const { values } = chosen;
  const put = (next: Chosen['values']): void => onChange({ ...chosen, values: next });
  const rest = settings.filter(({ key }) => !(key in values));
  return (
    <Card title={t('what')}>
      <form
        class="row try-setting"
        onSubmit={(event) => {
          event.preventDefault();
          const found = rest.find(({ key }) => key === picked);
          if (found !== undefined) put({ ...values, [found.key]: found.value });
          setPicked('');
        }}
      >
        <label for={id}>{t('choose-setting')}</label>
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
        {Object.keys(values).map((key) => (
          <TrialLine
            key={key}
            name={key}
            value={values[key]}
            trouble={undefined}
            onChange={(value) => put({ ...values, [key]: value })}
            onLeaveOut={() => put(Object.fromEntries(Object.entries(values).filter(([one]) => one !== key)))}
          />
        ))}
      </ul>
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
