import { useId, useState } from 'preact/hooks';
import { settingsText, trySettingsText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Button, Card } from '../parts/index.ts';
import { RehearsalOutcome } from '../rehearsal/index.ts';
import { canTry } from './can-try.ts';
import { nameInFull } from './name-in-full.ts';
import { TrialLine } from './trial-line.tsx';
import { useTrial } from './use-trial.ts';
import './settings.css';

/** Settings of an organization, changed together and rehearsed over the last 30 days before they are saved. */
export const TrySettings = ({ organizationId }: { organizationId: string }) => {
  const t = useText(trySettingsText);
  const s = useText(settingsText);
  const id = useId();
  const [chosen, setChosen] = useState('');
  const path = { level: 'organization' as const, id: organizationId };
  const resource = useResource(
    `settings organization ${organizationId}`,
    async (client) => (await client.call('GET /api/settings/{level}/{id}', { path })).items,
    (event) => event.kind === 'settings.changed',
  );
  const settings = (resource.shown.value?.value ?? []).filter(canTry);
  const trial = useTrial(organizationId, settings, () => void resource.load());
  const { values, keys } = trial;
  const rest = settings.filter(({ key }) => !(key in values));
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      <form
        class="row try-setting"
        onSubmit={(event) => {
          event.preventDefault();
          const found = rest.find(({ key }) => key === chosen);
          if (found !== undefined) trial.put({ ...values, [found.key]: found.value });
          setChosen('');
        }}
      >
        <label for={id}>{t('choose-setting')}</label>
        <select id={id} class="input" required value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
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
        {keys.map((key) => (
          <TrialLine
            key={key}
            name={key}
            value={values[key]}
            trouble={trial.failure?.troubles.get(key)}
            onChange={(value) => trial.put({ ...values, [key]: value })}
            onLeaveOut={() => trial.put(Object.fromEntries(Object.entries(values).filter(([one]) => one !== key)))}
          />
        ))}
      </ul>
      {trial.failure === undefined ? null : (
        <p class="strip bad" role="alert">
          {trial.failure.text}
        </p>
      )}
      {keys.length === 0 ? null : (
        <div class="row">
          <Button busy={trial.rehearsal.kind === 'running'} onPress={trial.rehearse}>
            {t('rehearse')}
          </Button>
          <Button look="primary" busy={trial.saving} onPress={() => void trial.save()}>
            {t('save', { count: keys.length })}
          </Button>
        </div>
      )}
      <RehearsalOutcome state={trial.rehearsal} of="settings" />
    </Card>
  );
};
