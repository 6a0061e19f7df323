import { trySettingsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button, Card } from '../parts/index.ts';
import { RehearsalOutcome } from '../rehearsal/index.ts';
import { canTry } from './can-try.ts';
import { TrialList } from './trial-list.tsx';
import { useSettings } from './use-settings.ts';
import { useTrial } from './use-trial.ts';
import './settings.css';

/** Settings of an organization, changed together and rehearsed over the last 30 days before they are saved. */
export const TrySettings = ({ organizationId }: { organizationId: string }) => {
  const t = useText(trySettingsText);
  const resource = useSettings('organization', organizationId);
  const settings = (resource.shown.value?.value ?? []).filter(canTry);
  const trial = useTrial(organizationId, settings, () => void resource.load());
  const { values, keys } = trial;
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      <TrialList label={t('choose-setting')} settings={settings} values={values} troubles={trial.failure?.troubles} onChange={trial.put} />
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
