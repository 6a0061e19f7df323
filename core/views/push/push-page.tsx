import { useState } from 'preact/hooks';
import { pushText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { useOrganizations } from '../organizations/index.ts';
import { Button, Card, Icon, PageHeading } from '../parts/index.ts';
import { ChooseSettings, type Chosen } from './choose-settings.tsx';
import { ChooseTargets } from './choose-targets.tsx';
import { PushJob } from './push-job.tsx';
import { PushLook } from './push-look.tsx';
import type { Target } from './target.ts';
import { usePush } from './use-push.ts';
import './push.css';

const nothing: Chosen = { values: {}, mayAdjust: true, replaceOwn: false };

const NewPush = ({ mayGroups, onBegun }: { mayGroups: boolean; onBegun: (jobId: string) => void }) => {
  const t = useText(pushText);
  const [targets, setTargets] = useState<Target[]>([]);
  const [chosen, setChosen] = useState(nothing);
  const push = usePush(targets, chosen, onBegun);
  const [organization] = useOrganizations().shown.value?.value ?? [];
  const changing = push.rows?.some(({ result }) => result === 'made') === true;
  return (
    <>
      <p class="quiet">{t('intro')}</p>
      <ChooseTargets mayGroups={mayGroups} targets={targets} onChange={setTargets} />
      {organization === undefined ? null : <ChooseSettings organizationId={organization.id} chosen={chosen} onChange={setChosen} />}
      <div class="row">
        <Button busy={push.busy} heldBy={push.ready ? undefined : t('looking')} onPress={() => void push.tryOut()}>
          {t('look')}
        </Button>
      </div>
      {push.rows === undefined ? null : (
        <Card title={t('look')}>
          <PushLook look={push.rows} chosen={chosen} />
          <div class="row">
            <Button
              look="primary"
              busy={push.busy}
              heldBy={changing || chosen.replaceOwn ? undefined : t('nothing')}
              onPress={() => void push.begin()}
            >
              {t('push', { count: targets.length })}
            </Button>
          </div>
        </Card>
      )}
    </>
  );
};

interface PageProps {
  /** The push that is followed; empty where a new one is put together. */
  jobId: string;
  mayGroups: boolean;
  onTitle: (name: string) => void;
  onBegun: (jobId: string) => void;
}

/** Settings for several users, groups and organizations (E40): tried out first, then a job whose address can be come back to. */
export const PushPage = ({ jobId, mayGroups, onTitle, onBegun }: PageProps) => {
  const t = useText(pushText);
  return (
    <div class="stack group-page">
      <a class="back" href="#/settings">
        <Icon name="back" size={16} />
        {t('back-to-settings')}
      </a>
      <PageHeading name={t('title')} onTitle={onTitle} />
      {jobId === '' ? <NewPush mayGroups={mayGroups} onBegun={onBegun} /> : <PushJob key={jobId} jobId={jobId} />}
    </div>
  );
};
